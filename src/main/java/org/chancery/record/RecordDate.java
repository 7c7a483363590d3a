package org.chancery.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A date that may be inexact, written in the Extended Date/Time Format of ISO 8601-2:2019, levels 0
 * and 1: a year, month or day ({@code 2021}, {@code 2021-09}, {@code 2021-09-01}); a day with its
 * time and the offset of that from UTC ({@code 2021-09-01T10:00:00+08:00}); digits that are not
 * known ({@code 202X}, {@code 2021-XX}), all of them where nothing is ({@code XXXX}); {@code ?} for
 * uncertain, {@code ~} for approximate, {@code %} for both; an interval of two of these without a
 * time, open ({@code ..}) or with an unknown end (nothing). Years are 0001 to 9999. Seasons, times
 * without an offset, and years of other lengths are refused.
 *
 * <p>The format says how far digits reach, but not how far off an uncertain or approximate date may
 * be: {@code ?}, {@code ~} and {@code %} leave the bounds as they are.
 *
 * @param edtf the date as it was written
 * @param earliest the first day that it can mean, which is that of the offset where it has a time;
 *     null where no such day is known
 * @param latest the last day that it can mean; null where no such day is known
 * @param order where it stands among others: by its first day, or its last where it has no first;
 *     then, in the order in which they came, those of which the time is known. 0, before all
 *     others, where no day is known
 */
@Embeddable
@Description(
    "A date that may be inexact, as the Extended Date/Time Format (ISO 8601-2, levels 0 and 1) writes it.")
public record RecordDate(
    @NonNull
        @Column(name = "date_edtf")
        @Description(
            "The date as it is known: 2021-09-01, 2021-09-01T10:00:00+08:00, 2021-09, 202X, 2021-08-31/2021-09-03, 1972~;"
                + " XXXX where nothing is.")
        String edtf,
    @Column(name = "date_earliest")
        @Description(
            "The first day that it can mean, at its own offset; null where none is known, as where an interval has no"
                + " start.")
        @Nullable LocalDate earliest,
    @Column(name = "date_latest")
        @Description(
            "The last day that it can mean, at its own offset; null where none is known, as where an interval has no end.")
        @Nullable LocalDate latest,
    @Ignore @Column(name = "date_order") long order) {

  /** Nothing is known of when it was. */
  private static final String UNKNOWN = "XXXX";

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?[?~%]?");

  private static final Pattern WITH_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}(:\\d{2})?)");

  private static final int LAST_YEAR = 9999;
  private static final int SPRING = 21;
  private static final int LAST_LEVEL_2_SEASON = 41;

  /** More than the seconds from when a day begins anywhere to when it has ended everywhere. */
  private static final long PLACES_OF_A_DAY = 1 << 18;

  /** Days from the first of the year 0 to that of 1970. */
  private static final long DAYS_BEFORE_1970 = 719_528;

  /**
   * Reads a date.
   *
   * @throws IllegalArgumentException with a message for whoever wrote it, where it is not one
   */
  public static RecordDate parse(String edtf) {
    if (edtf.equals(UNKNOWN)) {
      return new RecordDate(edtf, null, null, 0);
    }
    if (edtf.indexOf('T') >= 0) {
      return withTime(edtf);
    }
    int slash = edtf.indexOf('/');
    if (slash < 0) {
      Bounds bounds = bounds(edtf);
      return of(edtf, bounds.earliest(), bounds.latest());
    }
    LocalDate earliest =
        isOpen(edtf.substring(0, slash)) ? null : bounds(edtf.substring(0, slash)).earliest();
    LocalDate latest =
        isOpen(edtf.substring(slash + 1)) ? null : bounds(edtf.substring(slash + 1)).latest();
    if (earliest == null && latest == null) {
      throw new IllegalArgumentException(
          "\"%s\" says nothing: an interval needs a start or an end, and a date of which nothing is known is XXXX."
              .formatted(edtf));
    }
    if (earliest != null && latest != null && earliest.isAfter(latest)) {
      throw new IllegalArgumentException(
          "\"%s\" ends before it starts: write the earlier date first.".formatted(edtf));
    }
    return of(edtf, earliest, latest);
  }

  private static RecordDate withTime(String edtf) {
    if (edtf.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "\"%s\": an interval is of days; write them without times.".formatted(edtf));
    }
    if (!WITH_TIME.matcher(edtf).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a time of EDTF level 0 with its offset from UTC: write 2021-09-01T10:00:00+08:00, or with Z for UTC."
              .formatted(edtf));
    }
    OffsetDateTime time;
    try {
      time = OffsetDateTime.parse(edtf);
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException(
          "\"%s\" is not a time that there is.".formatted(edtf), notATime);
    }
    int year = time.toInstant().atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "\"%s\" is in the year %d in UTC: years are 0001 to 9999.".formatted(edtf, year));
    }
    LocalDate day = bounds(time.toLocalDate().toString()).earliest();
    return new RecordDate(edtf, day, day, order(day, time.toEpochSecond() - startOf(day)));
  }

  private static RecordDate of(
      String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    LocalDate day = earliest == null ? latest : earliest;
    return new RecordDate(edtf, earliest, latest, day == null ? 0 : order(day, 0));
  }

  /** Where the day begins first of all, in seconds. */
  private static long startOf(LocalDate day) {
    return day.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.MAX);
  }

  private static long order(LocalDate day, long second) {
    return (day.toEpochDay() + DAYS_BEFORE_1970) * PLACES_OF_A_DAY + second;
  }

  /** The moment, where a time is known. */
  @Description("The moment, in UTC, where the time of the day is known; null otherwise.")
  public @Nullable Instant getAt() {
    return edtf.indexOf('T') < 0 ? null : OffsetDateTime.parse(edtf).toInstant();
  }

  /** Both an end that is open and one that is not known have no bound. */
  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private record Bounds(LocalDate earliest, LocalDate latest) {}

  private static Bounds bounds(String date) {
    Matcher matcher = DATE.matcher(date);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a date of EDTF level 0 or 1: write 2021, 2021-09, 2021-09-01, 202X, 1972~, XXXX, a day with its time or an interval of two."
              .formatted(date));
    }
    String year = matcher.group(1);
    String month = matcher.group(2);
    String day = matcher.group(3);
    int firstYear = Integer.parseInt(year.replace('X', '0'));
    int lastYear = Integer.parseInt(year.replace('X', '9'));
    if (lastYear == 0) {
      throw new IllegalArgumentException("\"%s\": years are 0001 to 9999.".formatted(date));
    }
    if (year.endsWith("X") && month != null) {
      throw new IllegalArgumentException(
          "\"%s\" is not a date of EDTF level 1: where the year is not known whole, write it alone."
              .formatted(date));
    }
    Bounds ofYear =
        new Bounds(LocalDate.of(Math.max(1, firstYear), 1, 1), LocalDate.of(lastYear, 12, 31));
    if (month == null || (month.equals("XX") && (day == null || day.equals("XX")))) {
      return ofYear;
    }
    return bounds(date, firstYear, month, day);
  }

  private static Bounds bounds(String date, int year, String month, @Nullable String day) {
    if (month.equals("XX")) {
      throw new IllegalArgumentException(
          "\"%s\" is not a date of EDTF level 1: a day needs its month.".formatted(date));
    }
    int monthNumber = Integer.parseInt(month);
    if (monthNumber >= SPRING && monthNumber <= LAST_LEVEL_2_SEASON) {
      throw new IllegalArgumentException(
          "\"%s\" is a season, which is not the same months everywhere: write the interval of months."
              .formatted(date));
    }
    if (monthNumber < 1 || monthNumber > 12) {
      throw new IllegalArgumentException("\"%s\": months are 01 to 12.".formatted(date));
    }
    YearMonth ofYear = YearMonth.of(year, monthNumber);
    if (day == null || day.equals("XX")) {
      return new Bounds(ofYear.atDay(1), ofYear.atEndOfMonth());
    }
    int dayNumber = Integer.parseInt(day);
    if (!ofYear.isValidDay(dayNumber)) {
      throw new IllegalArgumentException(
          "\"%s\": %s has the days 01 to %d.".formatted(date, ofYear, ofYear.lengthOfMonth()));
    }
    return new Bounds(ofYear.atDay(dayNumber), ofYear.atDay(dayNumber));
  }
}
