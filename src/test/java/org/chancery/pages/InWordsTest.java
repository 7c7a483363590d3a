package org.chancery.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the record has in letters and digits, as people say it. */
class InWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-09-01                | 1 September 2021
          2021-09-01T10:00:00+08:00 | 1 September 2021, 10:00 (UTC+08:00)
          2021-09-01T10:00:00-03    | 1 September 2021, 10:00 (UTC-03:00)
          2021-09-01T10:00:00Z      | 1 September 2021, 10:00 UTC
          2021-09                   | September 2021
          2021                      | 2021
          202X                      | 2020s
          190X                      | 1900s (decade)
          19XX                      | 1900s (century)
          2021-XX                   | 2021
          2021-XX-XX                | 2021
          2021-09-XX                | September 2021
          1972~                     | about 1972
          2021-09?                  | September 2021 (uncertain)
          1972%                     | about 1972 (uncertain)
          2021-08-31/2021-09-03     | 31 August 2021 to 3 September 2021
          2021-08-31/               | from 31 August 2021, until when is not known
          2021-08-31/..             | from 31 August 2021 on
          ../2021                   | until 2021
          XXXX                      | on a date that is not known
          0044-03-15                | 15 March 0044
          """)
  void aDate(String edtf, String words) {
    assertEquals(words, InWords.date(edtf));
  }

  @Test
  void numbersAndMoments() {
    assertEquals("1 party", InWords.counted(1, "party"));
    assertEquals("1,200 parties", InWords.counted(1200, "party"));
    assertEquals("0 meetings", InWords.counted(0, "meeting"));
    assertEquals("26 November 2026, 09:05 UTC", InWords.day("2026-11-26T09:05:59.123456Z"));
    assertEquals("Chinese", InWords.language("zh-Hans"));
  }

  @Test
  void marksAreCutAtCodePoints() {
    assertEquals(
        List.of(
            new Piece.Stretch(null, List.of(new Piece("\uD83C\uDF0D ", false, false))),
            new Piece.Stretch(
                "one", List.of(new Piece("a", false, false), new Piece("b", true, true))),
            new Piece.Stretch("two", List.of(new Piece("c", true, false))),
            new Piece.Stretch(null, List.of(new Piece("d", false, false)))),
        Piece.stretches(
            "\uD83C\uDF0D abcd",
            List.of(
                new Piece.Mark(2, 4, Piece.Reason.STATEMENT, "one"),
                new Piece.Mark(3, 5, Piece.Reason.STATEMENT, "two"),
                new Piece.Mark(3, 5, Piece.Reason.QUOTED),
                new Piece.Mark(3, 4, Piece.Reason.FOUND))));
    assertEquals(List.of(), Piece.of("", List.of()));
    assertEquals(
        List.of(new Piece("all", true, false)),
        Piece.of("all", List.of(new Piece.Mark(0, 9, Piece.Reason.QUOTED))));
  }

  @Test
  void numbersAreGroupedAlikeInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("2,016 parties", InWords.counted(2016, "party"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
