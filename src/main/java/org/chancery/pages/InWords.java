package org.chancery.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the record has in letters and digits, as people say it. */
final class InWords {

  private static final DateTimeFormatter DAY = english("d MMMM uuuu");
  private static final DateTimeFormatter MONTH = english("MMMM uuuu");
  private static final DateTimeFormatter TIME = english("d MMMM uuuu, HH:mm '(UTC'xxx')'");
  private static final DateTimeFormatter MOMENT =
      english("d MMMM uuuu, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private static final Pattern QUALIFIED = Pattern.compile("(.*?)([?~%])");
  private static final Pattern DECADE = Pattern.compile("(\\d{3})X");
  private static final Pattern CENTURY = Pattern.compile("(\\d{2})XX");
  private static final Pattern NO_MONTH = Pattern.compile("(\\d{4})-XX(-XX)?");
  private static final Pattern NO_DAY = Pattern.compile("(\\d{4}-\\d{2})-XX");

  private static final Map<String, String> PLURALS = Map.of("person", "people", "party", "parties");

  private InWords() {}

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** A date of EDTF; as it is where words would not be shorter. */
  static String date(String edtf) {
    int slash = edtf.indexOf('/');
    if (slash >= 0) {
      return interval(edtf.substring(0, slash), edtf.substring(slash + 1));
    }
    Matcher qualified = QUALIFIED.matcher(edtf);
    if (qualified.matches()) {
      String date = date(qualified.group(1));
      return switch (qualified.group(2)) {
        case "?" -> date + " (uncertain)";
        case "~" -> "about " + date;
        default -> "about " + date + " (uncertain)";
      };
    }
    if (edtf.equals("XXXX")) {
      return "on a date that is not known";
    }
    Matcher decade = DECADE.matcher(edtf);
    if (decade.matches()) {
      // The 1900s are a decade to some and a century to others.
      return decade.group(1) + (decade.group(1).endsWith("0") ? "0s (decade)" : "0s");
    }
    Matcher century = CENTURY.matcher(edtf);
    if (century.matches()) {
      return century.group(1) + "00s (century)";
    }
    Matcher year = NO_MONTH.matcher(edtf);
    if (year.matches()) {
      return year.group(1);
    }
    Matcher month = NO_DAY.matcher(edtf);
    return day(month.matches() ? month.group(1) : edtf);
  }

  private static String interval(String from, String to) {
    if (from.isEmpty()) {
      return "until " + date(to) + ", since when is not known";
    }
    if (to.isEmpty()) {
      return "from " + date(from) + ", until when is not known";
    }
    if (from.equals("..")) {
      return "until " + date(to);
    }
    if (to.equals("..")) {
      return "from " + date(from) + " on";
    }
    return date(from) + " to " + date(to);
  }

  /** A year, month, day or moment of ISO 8601. */
  static String day(String iso) {
    try {
      return switch (iso.length()) {
        case 4 -> iso;
        case 7 -> YearMonth.parse(iso).format(MONTH);
        case 10 -> LocalDate.parse(iso).format(DAY);
        default ->
            iso.endsWith("Z")
                ? MOMENT.format(Instant.parse(iso))
                : OffsetDateTime.parse(iso).format(TIME);
      };
    } catch (DateTimeException other) {
      return iso;
    }
  }

  /** A name of the schema, such as OFFICIAL_READOUT. */
  static String name(String constant) {
    return constant.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** The other way round, of a parameter such as official-readout or official_readout. */
  static String constant(String name) {
    return name.replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
  }

  static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  static String counted(int number, String noun) {
    return grouped(number) + " " + (number == 1 ? noun : PLURALS.getOrDefault(noun, noun + "s"));
  }

  /** Such as 2,016, wherever the service runs. */
  static String grouped(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
