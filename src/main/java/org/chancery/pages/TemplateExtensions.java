package org.chancery.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.search.Passage;
import org.chancery.search.SearchText;
import org.jspecify.annotations.Nullable;

/** What templates ask of the objects of an answer beside their fields. */
@TemplateExtension
final class TemplateExtensions {

  /** Choices of the schema whose names say little beside what they are about. */
  private static final Map<String, String> CHOICES =
      Map.of(
          "AGREED", "Reported alike",
          "DISPUTED", "Told differently",
          "SINGLE_SOURCE", "By one alone",
          "DIRECT", "in its words",
          "MIXED", "partly in its words",
          "INDIRECT", "in the account's words");

  /** How statements are told that are linked so. */
  private static final Map<String, String> LINKED =
      Map.of("CONTRADICTS", "told differently", "CORROBORATES", "told alike");

  private static final int MOST_FOUND = 1000;
  private static final int MOST_IN_A_TITLE = 80;

  private TemplateExtensions() {}

  /** Of a date, or of a choice of the schema. */
  static String inWords(Map<String, @Nullable Object> date) {
    return InWords.date(text(date, "edtf"));
  }

  static String inWords(String constant) {
    return CHOICES.getOrDefault(constant, InWords.name(constant));
  }

  static String cssClass(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String day(String iso) {
    return InWords.day(iso);
  }

  static String languageName(String tag) {
    return InWords.language(tag);
  }

  /** Whether anything was counted beside a list. */
  static boolean isCounted(Map<String, @Nullable Object> data) {
    return data.values().stream()
        .anyMatch(one -> one instanceof Map<?, ?> list && list.containsKey("totalCount"));
  }

  static int percentOf(Integer number, Integer most) {
    return number * 100 / most;
  }

  static String grouped(Integer number) {
    return InWords.grouped(number);
  }

  static String counted(Integer number, String noun) {
    return InWords.counted(number, noun);
  }

  /** What narrows a list down, in words: its value where the record has no such thing. */
  static String called(PageView.Chosen chosen, Map<String, @Nullable Object> data) {
    if (data.get(chosen.field()) instanceof Map<?, ?> thing
        && thing.get("name") instanceof String name) {
      return name;
    }
    if (ListPage.hasChoice(chosen.name())) {
      String constant = InWords.constant(chosen.value());
      return LINKED.getOrDefault(constant, InWords.name(constant));
    }
    return chosen.value();
  }

  /** The counts of what a list can be narrowed down by further. */
  static List<Map<String, @Nullable Object>> further(
      Map<String, @Nullable Object> counts, PageView page, String name) {
    return page.takes(name)
        ? maps(counts.get("nodes")).stream()
            .filter(one -> !page.asks(name, text(one, "key")))
            .toList()
        : List.of();
  }

  /** What an account, a result of a search, or what was changed is called. */
  static String called(Map<String, @Nullable Object> thing) {
    boolean isChange = thing.containsKey("thingKind");
    boolean isGone = isChange && List.of("WITHDRAWN", "MERGED").contains(text(thing, "kind"));
    if (!isGone && thing.get("thing") instanceof Map<?, ?> found) {
      return nameOf(text(thing, isChange ? "thingKind" : "kind"), Pages.members(found));
    }
    if (isChange) {
      return String.valueOf(Objects.requireNonNullElse(thing.get("key"), ""));
    }
    return thing.get("publisher") instanceof String publisher ? publisher : titled(thing);
  }

  /** What an account is called beside its publisher. */
  static String titled(Map<String, @Nullable Object> account) {
    for (String member : List.of("title", "heading")) {
      if (account.get(member) instanceof String title) {
        return title;
      }
    }
    String kind = InWords.name(text(account, "kind"));
    String titled = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    return account.get("side") instanceof Map<?, ?> side
        ? titled + ", " + side.get("name")
        : titled;
  }

  private static String nameOf(String kind, Map<String, @Nullable Object> thing) {
    return switch (kind) {
      case "STATEMENT" ->
          thing.containsKey("text")
              ? "“" + shortened(text(thing, "text")) + "”"
              : "%s, %s, according to %s"
                  .formatted(speakerNames(thing), dated(thing.get("meeting")), source(thing));
      case "PARTICIPATION" ->
          text(Pages.members(thing.get("participant")), "name")
              + " at "
              + dated(thing.get("meeting"));
      case "ACCOUNT" -> called(thing) + " on " + dated(thing.get("meeting"));
      case "MEETING", "EVENT" -> dated(thing);
      default -> text(thing, "name");
    };
  }

  /** Whose word a statement is: its account's, or that of somebody whom the account reports. */
  private static String source(Map<String, @Nullable Object> statement) {
    String account = named(Pages.members(statement.get("account")));
    return statement.get("reportedIn") == null
        ? account
        : "%s, as %s has it"
            .formatted(speakerNames(Pages.members(statement.get("reportedIn"))), account);
  }

  /** The title of a meeting or an event, and when it was. */
  static String dated(@Nullable Object meeting) {
    Map<String, @Nullable Object> thing = Pages.members(meeting);
    return text(thing, "title") + ", " + inWords(Pages.members(thing.get("date")));
  }

  /** Where a speaker, or a result of a search, has its page. */
  static String section(Map<String, @Nullable Object> thing) {
    String kind =
        thing.containsKey("thingKind")
            ? text(thing, "thingKind")
            : text(thing, thing.containsKey("thing") ? "kind" : "__typename");
    return switch (kind) {
      case "PARTY", "Party" -> "parties";
      case "PARTICIPANT", "Participant" -> "participants";
      default -> InWords.name(kind) + "s";
    };
  }

  /** The parties whose people met, each once. */
  static Set<String> sides(Map<String, @Nullable Object> meeting) {
    Set<String> sides = new LinkedHashSet<>();
    for (Map<String, @Nullable Object> one : maps(meeting.get("participations"))) {
      sides.add(text(Pages.members(one.get("party")), "name"));
    }
    return sides;
  }

  /** The statements of a point that stand in an account. */
  static List<Map<String, @Nullable Object>> of(
      Map<String, @Nullable Object> point, Map<String, @Nullable Object> account) {
    return maps(point.get("statements")).stream()
        .filter(said -> text(Pages.members(said.get("account")), "key").equals(account.get("key")))
        .toList();
  }

  /** The accounts of a meeting of which some can be chosen: all of them. */
  static List<Map<String, @Nullable Object>> choices(Map<String, @Nullable Object> meeting) {
    return maps(
        meeting.containsKey("accounts")
            ? meeting.get("accounts")
            : Pages.members(meeting.get("comparison")).get("accounts"));
  }

  /** Whether a comparison has more than can be shown at once, and was not asked for. */
  static boolean isTooMuch(Map<String, @Nullable Object> comparison) {
    return !comparison.containsKey("points");
  }

  /**
   * The keys of those accounts of a comparison of which no statement is recorded: they are not said
   * to leave anything out.
   */
  static Set<String> unread(Map<String, @Nullable Object> comparison) {
    Set<String> unread = new HashSet<>();
    maps(comparison.get("accounts")).forEach(account -> unread.add(text(account, "key")));
    maps(comparison.get("silences"))
        .forEach(silence -> unread.remove(text(Pages.members(silence.get("account")), "key")));
    return unread;
  }

  /** The account of a silence, among those that are compared. */
  static Map<String, @Nullable Object> accountOf(
      Map<String, @Nullable Object> silence, List<Map<String, @Nullable Object>> accounts) {
    String key = text(Pages.members(silence.get("account")), "key");
    return accounts.stream().filter(one -> key.equals(one.get("key"))).findFirst().orElseThrow();
  }

  /** The first so many of a list. */
  static List<?> first(List<?> list, Integer most) {
    return list.subList(0, Math.min(most, list.size()));
  }

  /** What comes after the first so many of a list. */
  static List<?> beyond(List<?> list, Integer most) {
    return list.subList(Math.min(most, list.size()), list.size());
  }

  /** How many there are, of all sorts that were counted. */
  static int all(List<Map<String, @Nullable Object>> counts) {
    return counts.stream().mapToInt(one -> number(one, "count")).sum();
  }

  /** Whether no account leaves out anybody altogether. */
  static boolean allHeard(List<Map<String, @Nullable Object>> silences) {
    return silences.stream()
        .allMatch(
            one -> maps(one.get("participants")).isEmpty() && maps(one.get("parties")).isEmpty());
  }

  /** Where a difference is, as a path of members; what stands in a list is counted from one. */
  static String where(Map<String, @Nullable Object> difference) {
    return ((List<?>) Objects.requireNonNull(difference.get("path")))
        .stream()
            .map(String::valueOf)
            .map(step -> step.matches("\\d+") ? String.valueOf(Integer.parseInt(step) + 1) : step)
            .collect(Collectors.joining(" › "));
  }

  /** A list from its end. */
  static List<?> reversed(List<?> list) {
    List<Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  static String speakerNames(Map<String, @Nullable Object> statement) {
    return maps(statement.get("speakers")).stream()
        .map(speaker -> text(speaker, "name"))
        .collect(Collectors.joining(" and "));
  }

  /** Its text, with the words that the account gives as spoken marked. */
  static List<Piece> pieces(Map<String, @Nullable Object> statement) {
    return marked(statement, "quotations", Piece.Reason.QUOTED);
  }

  /** An excerpt, with the words that were looked for marked. */
  static List<Piece> marked(Map<String, @Nullable Object> excerpt) {
    return marked(excerpt, "passages", Piece.Reason.FOUND);
  }

  private static List<Piece> marked(
      Map<String, @Nullable Object> thing, String passages, Piece.Reason reason) {
    return Piece.of(
        text(thing, "text"),
        maps(thing.get(passages)).stream()
            .map(mark -> new Piece.Mark(number(mark, "start"), number(mark, "end"), reason))
            .toList());
  }

  /**
   * An account's text, with what its statements stand in, what it gives as spoken, and what was
   * looked for.
   *
   * @param words what was looked for; null where nothing was
   */
  static List<Piece.Stretch> stretches(
      Map<String, @Nullable Object> account, @Nullable String words) {
    String text = text(account, "text");
    List<Piece.Mark> marks = new ArrayList<>();
    for (Map<String, @Nullable Object> said :
        maps(Pages.members(account.get("statements")).get("nodes"))) {
      if (said.get("anchor") instanceof Map<?, ?> anchor) {
        int start = number(anchor, "start");
        int end = number(anchor, "end");
        marks.add(new Piece.Mark(start, end, Piece.Reason.STATEMENT, text(said, "key")));
        int from = text.offsetByCodePoints(0, start);
        String exact = text.substring(from, text.offsetByCodePoints(from, end - start));
        maps(said.get("quotations"))
            .forEach(quoted -> marks.addAll(quoted(exact, text(quoted, "words"), start)));
      }
    }
    marks.addAll(found(text, words));
    return Piece.stretches(text, marks);
  }

  /** Where words stand in what a statement stands in: nowhere, unless they are there once. */
  private static List<Piece.Mark> quoted(String exact, String words, int start) {
    int at = exact.indexOf(words);
    if (at < 0 || at != exact.lastIndexOf(words)) {
      return List.of();
    }
    int from = start + exact.codePointCount(0, at);
    return List.of(
        new Piece.Mark(from, from + words.codePointCount(0, words.length()), Piece.Reason.QUOTED));
  }

  private static List<Piece.Mark> found(String text, @Nullable String words) {
    if (words == null) {
      return List.of();
    }
    try {
      return Passage.in(text, SearchText.of(words)).stream()
          .limit(MOST_FOUND)
          .map(passage -> new Piece.Mark(passage.start(), passage.end(), Piece.Reason.FOUND))
          .toList();
    } catch (IllegalArgumentException noSearch) {
      return List.of();
    }
  }

  /** Pairs of statements that contradict each other, each once. */
  static List<Map<String, @Nullable Object>> pairs(List<Map<String, @Nullable Object>> statements) {
    Set<Set<String>> seen = new HashSet<>();
    List<Map<String, @Nullable Object>> pairs = new ArrayList<>();
    for (Map<String, @Nullable Object> one : statements) {
      for (Map<String, @Nullable Object> link : maps(one.get("links"))) {
        Map<String, @Nullable Object> other = Pages.members(link.get("statement"));
        if (text(link, "kind").equals("CONTRADICTS")
            && seen.add(Set.of(text(one, "key"), text(other, "key")))) {
          pairs.add(Map.of("one", one, "other", other));
        }
      }
    }
    return pairs;
  }

  /** When somebody met, and in what office; null where no day is known. */
  static @Nullable Timeline timeline(List<Map<String, @Nullable Object>> participations) {
    return Timeline.of(participations);
  }

  /** Its first words, where it has many. */
  static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_IN_A_TITLE) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, MOST_IN_A_TITLE));
    int space = cut.lastIndexOf(' ');
    return cut.substring(0, space > 0 ? space : cut.length()) + "…";
  }

  /** The chain of those who answer for a statement, as one says it. */
  static String sentence(Map<String, @Nullable Object> statement) {
    Map<String, @Nullable Object> account = Pages.members(statement.get("account"));
    StringBuilder sentence = new StringBuilder("According to ").append(named(account));
    String joint = ", ";
    for (Map<String, @Nullable Object> link : maps(statement.get("attribution"))) {
      if ("StatementAttribution".equals(link.get("__typename"))) {
        sentence.append(joint).append(speakerNames(link));
        Object cue = link.get("cue");
        sentence.append(cue == null ? " said" : " “" + cue + "”");
        joint = " that ";
      }
    }
    return sentence.toString();
  }

  private static String named(Map<String, @Nullable Object> account) {
    String kind = InWords.name(text(account, "kind"));
    return account.get("publisher") == null && account.get("title") == null
        ? ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind
        : called(account) + " (" + kind + ")";
  }

  private static int number(Map<?, ?> thing, String member) {
    return (int) Objects.requireNonNull(thing.get(member));
  }

  private static String text(Map<String, @Nullable Object> thing, String member) {
    return String.valueOf(thing.get(member));
  }

  @SuppressWarnings("unchecked") // as Pages.members, so their lists
  static List<Map<String, @Nullable Object>> maps(@Nullable Object list) {
    return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(list);
  }
}
