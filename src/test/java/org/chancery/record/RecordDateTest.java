package org.chancery.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples are those of the EDTF specification (Library of Congress, 2019), and what lies at
 * their edges.
 */
class RecordDateTest {

  @ParameterizedTest
  @CsvSource({
    // Level 0: date
    "1985-04-12, 1985-04-12, 1985-04-12",
    "1985-04, 1985-04-01, 1985-04-30",
    "1985, 1985-01-01, 1985-12-31",
    // Level 0: time interval
    "1964/2008, 1964-01-01, 2008-12-31",
    "2004-06/2006-08, 2004-06-01, 2006-08-31",
    "2004-02-01/2005-02-08, 2004-02-01, 2005-02-08",
    "2004-02-01/2005-02, 2004-02-01, 2005-02-28",
    "2004-02-01/2005, 2004-02-01, 2005-12-31",
    "2005/2006-02, 2005-01-01, 2006-02-28",
    // Level 1: qualification of a date (complete)
    "1984?, 1984-01-01, 1984-12-31",
    "2004-06~, 2004-06-01, 2004-06-30",
    "2004-06-11%, 2004-06-11, 2004-06-11",
    // Level 1: unspecified digit(s) from the right
    "201X, 2010-01-01, 2019-12-31",
    "20XX, 2000-01-01, 2099-12-31",
    "2004-XX, 2004-01-01, 2004-12-31",
    "1985-04-XX, 1985-04-01, 1985-04-30",
    "1985-XX-XX, 1985-01-01, 1985-12-31",
    // Level 1: extended interval, open end and open start
    "1985-04-12/.., 1985-04-12, ",
    "1985-04/.., 1985-04-01, ",
    "1985/.., 1985-01-01, ",
    "../1985-04-12, , 1985-04-12",
    "../1985-04, , 1985-04-30",
    "../1985, , 1985-12-31",
    // Level 1: extended interval, unknown end and unknown start
    "1985-04-12/, 1985-04-12, ",
    "1985-04/, 1985-04-01, ",
    "1985/, 1985-01-01, ",
    "/1985-04-12, , 1985-04-12",
    "/1985-04, , 1985-04-30",
    "/1985, , 1985-12-31",
    // Level 1: intervals of qualified dates, and of dates with unspecified digits
    "1984~/2004-06, 1984-01-01, 2004-06-30",
    "1984-06-02?/2004-08-08~, 1984-06-02, 2004-08-08",
    "2004-06-XX/2004-07-03, 2004-06-01, 2004-07-03",
    // Edges
    "2000-02-29, 2000-02-29, 2000-02-29",
    "1900-02, 1900-02-01, 1900-02-28",
    "0001, 0001-01-01, 0001-12-31",
    "000X, 0001-01-01, 0009-12-31",
    "9999-12-31, 9999-12-31, 9999-12-31",
    "99XX, 9900-01-01, 9999-12-31",
    "2021-09-01/2021-09-01, 2021-09-01, 2021-09-01",
  })
  void meansTheDays(String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    RecordDate date = RecordDate.parse(edtf);
    assertEquals(edtf, date.edtf());
    assertEquals(earliest, date.earliest());
    assertEquals(latest, date.latest());
    assertNull(date.getAt());
  }

  @ParameterizedTest
  @CsvSource({
    "2021-09-01T10:00:00+08:00, 2021-09-01, 2021-09-01T02:00:00Z",
    "2021-09-01T00:30:00+14:00, 2021-09-01, 2021-08-31T10:30:00Z",
    "2021-09-01T23:30:00-12:00, 2021-09-01, 2021-09-02T11:30:00Z",
    "2021-09-01T10:00:00Z, 2021-09-01, 2021-09-01T10:00:00Z",
    "2021-09-01T10:00:00-04, 2021-09-01, 2021-09-01T14:00:00Z",
    "1582-10-10T12:00:00+00:00, 1582-10-10, 1582-10-10T12:00:00Z",
    "0001-01-01T08:00:00+08:00, 0001-01-01, 0001-01-01T00:00:00Z",
  })
  void aTimesDayIsThatOfItsOffset(String edtf, LocalDate day, Instant at) {
    RecordDate date = RecordDate.parse(edtf);
    assertEquals(day, date.earliest());
    assertEquals(day, date.latest());
    assertEquals(at, date.getAt());
  }

  /** Each stands after the one before it. */
  @Test
  void standInTheOrderInWhichTheyWere() {
    List<Long> places =
        Stream.of(
                "XXXX",
                "0001",
                "../1899-12-31",
                "1969-12-31",
                "1970-01-01",
                "2021-09",
                "2021-09-01T00:30:00+14:00",
                "2021-09-01T10:00:00+08:00",
                "2021-09-01T09:00:00-04:00",
                "2021-09-01T23:59:59-18:00",
                "2021-09-02",
                "9999-12-31T23:59:59Z")
            .map(edtf -> RecordDate.parse(edtf).order())
            .toList();
    assertEquals(places, places.stream().distinct().sorted().toList());
  }

  @Test
  void nothingIsKnownOfXxxx() {
    RecordDate date = RecordDate.parse("XXXX");
    assertNull(date.earliest());
    assertNull(date.latest());
    assertNull(date.getAt());
    assertEquals(0, date.order());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-30",
        "2021-02-29",
        "1900-02-29",
        "2021-13",
        "2021-00",
        "2021-04-31",
        "2021-04-00",
        "0000",
        "2021-9-1",
        "21",
        "20211",
        "2021-09-01T10:00:00",
        "2021-09-01T10:00Z",
        "2021-09-01T25:00:00Z",
        "2021-02-30T10:00:00Z",
        "2021-09-01T10:00:00+19:00",
        "0000-01-01T10:00:00Z",
        "0001-01-01T00:00:00+08:00",
        "9999-12-31T23:59:59-18:00",
        "2021-09T10:00:00Z",
        "2021-09-01T10:00:00Z?",
        "2021-09-01T10:00:00Z/2021-09-02",
        "2001-21",
        "Y170000002",
        "-1985",
        "2XXX",
        "XXXX-05",
        "XXXX?",
        "202X-05",
        "2021-XX-05",
        "2021-0X",
        "?2021",
        "2021?~",
        "2004-06~-11",
        "2021/2020",
        "2021-09-02/2021-09-01",
        "../..",
        "/",
        "../",
        "2020/2021/2022",
        "2021-09-01 ",
        "",
        "tomorrow",
        "\u0662\u0660\u0662\u0661",
      })
  void isRefused(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RecordDate.parse(text));
    assertTrue(String.valueOf(refused.getMessage()).length() > 20, refused.getMessage());
  }
}
