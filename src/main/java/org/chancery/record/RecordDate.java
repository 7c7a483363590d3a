package org.chancery.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A date that may be inexact, written in the Extended Date/Time Format of ISO 8601-2:2019, levels 0
 * and 1: a year, month or day ({@code 2021}, {@code 2021-09}, {@code 2021-09-01}); digits that are
 * not known ({@code 202X}, {@code 2021-XX}); {@code ?} for uncertain, {@code ~} for approximate,
 * {@code %} for both; an interval of two of these, open ({@code ..}) or with an unknown end
 * (nothing). Years are 0001 to 9999. Seasons, times of day, and years of other lengths are refused.
 *
 * <p>The format says how far digits reach, but not how far off an uncertain or approximate date may
 * be: {@code ?}, {@code ~} and {@code %} leave the bounds as they are.
 *
 * @param edtf the date as it was written
 * @param earliest the first day that it can mean; null where the interval has no known start
 * @param latest the last day that it can mean; null where the interval has no known end
 * @param sortDay where it stands among others: its first day, or its last where it has no first
 */
@Embeddable
@Description(
    "A date that may be inexact, as the Extended Date/Time Format (ISO 8601-2, levels 0 and 1) writes it.")
public record RecordDate(
    @NonNull
        @Column(name = "date_edtf")
        @Description(
            "The date as it is known: 2021-09-01, 2021-09, 202X, 2021-08-31/2021-09-03, 1972~.")
        String edtf,
    @Column(name = "date_earliest")
        @Description("The first day that it can mean; null where an interval has no known start.")
        @Nullable LocalDate earliest,
    @Column(name = "date_latest")
        @Description("The last day that it can mean; null where an interval has no known end.")
        @Nullable LocalDate latest,
    @Ignore @Column(name = "date_sort_day") LocalDate sortDay) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?[?~%]?");

  private static final int SPRING = 21;
  private static final int LAST_LEVEL_2_SEASON = 41;

  /**
   * Reads a date.
   *
   * @throws IllegalArgumentException with a message for whoever wrote it, where it is not one
   */
  public static RecordDate parse(String edtf) {
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
          "\"%s\" says nothing: an interval needs a start or an end.".formatted(edtf));
    }
    if (earliest != null && latest != null && earliest.isAfter(latest)) {
      throw new IllegalArgumentException(
          "\"%s\" ends before it starts: write the earlier date first.".formatted(edtf));
    }
    return of(edtf, earliest, latest);
  }

  @SuppressWarnings("NullAway") // one of the two is there, as parse has made sure
  private static RecordDate of(
      String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    return new RecordDate(edtf, earliest, latest, earliest == null ? latest : earliest);
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
          "\"%s\" is not a date of EDTF level 0 or 1: write 2021, 2021-09, 2021-09-01, 202X, 1972~ or an interval of two."
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
