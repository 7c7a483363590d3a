package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When somebody took part in meetings, and in what office: a line for each office, a mark for each
 * meeting. Lengths are those of a picture that is {@value #WIDTH} wide.
 *
 * @param lines from the office held last on
 * @param years where years begin, those that have room for their number
 */
@TemplateData
public record Timeline(List<Line> lines, List<Year> years) {

  static final int WIDTH = 640;
  private static final int LINE = 44;
  private static final int MARGIN = 8;
  private static final int MOST_YEARS = 10;

  /**
   * An office.
   *
   * @param office what the meetings' accounts call it; null where the record does not say
   * @param first the meeting held in it first, and the last
   */
  @TemplateData
  public record Line(
      @Nullable String office,
      String party,
      List<Mark> marks,
      Map<String, @Nullable Object> first,
      Map<String, @Nullable Object> last) {

    /** Where its marks begin and end. */
    public int from() {
      return marks.stream().mapToInt(Mark::at).min().orElse(0);
    }

    public int to() {
      return marks.stream().mapToInt(Mark::at).max().orElse(0);
    }
  }

  /** A meeting. */
  @TemplateData
  public record Mark(int at) {}

  /** The beginning of a year. */
  @TemplateData
  public record Year(int at, int number) {}

  /** Of somebody's participations; null where no day of theirs is known. */
  static @Nullable Timeline of(List<Map<String, @Nullable Object>> participations) {
    Map<List<?>, List<Map<String, @Nullable Object>>> offices = new LinkedHashMap<>();
    LocalDate earliest = LocalDate.MAX;
    LocalDate latest = LocalDate.MIN;
    for (Map<String, @Nullable Object> one : participations) {
      LocalDate day = dayOf(one);
      if (day != null && tookPart(one)) {
        earliest = day.isBefore(earliest) ? day : earliest;
        latest = day.isAfter(latest) ? day : latest;
        List<?> held = (List<?>) Objects.requireNonNull(one.get("offices"));
        for (Object office : held.isEmpty() ? List.of("") : held) {
          offices.computeIfAbsent(List.of(office, partyOf(one)), any -> new ArrayList<>()).add(one);
        }
      }
    }
    if (offices.isEmpty()) {
      return null;
    }
    long start = earliest.withDayOfYear(1).toEpochDay();
    long days = latest.withDayOfYear(latest.lengthOfYear()).toEpochDay() + 1 - start;
    List<Line> lines = new ArrayList<>();
    offices.forEach(
        (office, held) ->
            lines.add(
                new Line(
                    office.get(0).equals("") ? null : String.valueOf(office.get(0)),
                    String.valueOf(office.get(1)),
                    held.stream()
                        .map(one -> Objects.requireNonNull(dayOf(one)).toEpochDay() - start)
                        .map(day -> new Mark(place(day, days)))
                        .distinct()
                        .toList(),
                    meetingOf(held.get(held.size() - 1)),
                    meetingOf(held.get(0)))));
    return new Timeline(lines, years(earliest.getYear(), latest.getYear(), start, days));
  }

  private static List<Year> years(int first, int last, long start, long days) {
    int step = (last - first) / MOST_YEARS + 1;
    List<Year> years = new ArrayList<>();
    for (int year = first; year <= last; year += step) {
      years.add(new Year(place(LocalDate.of(year, 1, 1).toEpochDay() - start, days), year));
    }
    return years;
  }

  private static int place(long day, long days) {
    return MARGIN + (int) (day * (WIDTH - 2 * MARGIN) / days);
  }

  /** Neither in what was not held, nor where they did not come. */
  private static boolean tookPart(Map<String, @Nullable Object> participation) {
    return "HELD".equals(meetingOf(participation).get("status"))
        && !"ABSENT".equals(participation.get("attendance"));
  }

  private static String partyOf(Map<String, @Nullable Object> participation) {
    return String.valueOf(Pages.members(participation.get("party")).get("name"));
  }

  private static Map<String, @Nullable Object> meetingOf(
      Map<String, @Nullable Object> participation) {
    return Pages.members(participation.get("meeting"));
  }

  private static @Nullable LocalDate dayOf(Map<String, @Nullable Object> participation) {
    Map<String, @Nullable Object> date = Pages.members(meetingOf(participation).get("date"));
    Object day = date.get("earliest") == null ? date.get("latest") : date.get("earliest");
    return day == null ? null : LocalDate.parse(String.valueOf(day));
  }

  public int width() {
    return WIDTH;
  }

  /** How high the picture is. */
  public int height() {
    return lines.size() * LINE + LINE / 2;
  }

  /** Where the line with this number, from 0 on, has its words. */
  public int wordsOf(int number) {
    return number * LINE + LINE / 2;
  }

  /** Where the line with this number, from 0 on, has its marks. */
  public int marksOf(int number) {
    return number * LINE + LINE * 3 / 4;
  }
}
