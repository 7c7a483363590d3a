package org.chancery.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page is called: in its title, and where it is cited. */
final class PageTitle {

  private PageTitle() {}

  /** Of a page that shows what its query was answered with. */
  static String of(Pages.Asked asked, Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> thing =
        data.get(asked.thing()) instanceof Map<?, ?> shown ? Pages.members(shown) : Map.of();
    return switch (asked.name()) {
      case "home" -> "Chancery";
      case "meeting", "event" -> thing.get("title") + ", " + dateOf(thing);
      case "account" -> titleOfAccount(thing) + " of " + dated(meetingOf(thing));
      case "statement" ->
          "“%s” (%s, %s)"
              .formatted(
                  Shown.shortened(String.valueOf(thing.get("text"))),
                  Shown.sentence(thing),
                  dated(meetingOf(thing)));
      case "participant", "party", "topic" -> String.valueOf(thing.get("name"));
      case "history" -> "What became of " + ofHistory(asked);
      case "changes" -> "What was changed";
      case "search" -> "Search" + chosen(asked);
      default -> asked.list() == null ? asked.name() : asked.list().title() + chosen(asked);
    };
  }

  /** Its publisher is named as its author. */
  private static String titleOfAccount(Map<String, @Nullable Object> account) {
    Map<String, @Nullable Object> unnamed = new HashMap<>(account);
    unnamed.remove("publisher");
    return Shown.called(unnamed);
  }

  private static String ofHistory(Pages.Asked asked) {
    return asked.path().replaceFirst(".*/(.*)/.*", "$1");
  }

  private static String chosen(Pages.Asked asked) {
    return asked.parameters().isEmpty()
        ? ""
        : asked.parameters().entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String dated(Map<String, @Nullable Object> meeting) {
    return meeting.get("title") + ", " + dateOf(meeting);
  }

  private static Map<String, @Nullable Object> meetingOf(Map<String, @Nullable Object> thing) {
    return thing.get("meeting") instanceof Map<?, ?> meeting ? Pages.members(meeting) : Map.of();
  }

  private static String dateOf(Map<String, @Nullable Object> thing) {
    return thing.get("date") instanceof Map<?, ?> date
        ? InWords.date(String.valueOf(date.get("edtf")))
        : "";
  }
}
