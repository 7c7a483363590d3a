package org.chancery.pages;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page is called: in its title, and where it is cited. */
final class PageTitle {

  private PageTitle() {}

  /** Of a page that shows what its query was answered with. */
  static String of(PageRequest asked, PageView view, Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> thing =
        data.get(asked.thing()) instanceof Map<?, ?> shown ? Pages.members(shown) : Map.of();
    return switch (asked.name()) {
      case "home" -> "Chancery";
      case "meeting" -> TemplateExtensions.dated(thing) + accordingTo(view, thing);
      case "event" -> TemplateExtensions.dated(thing);
      // Its publisher is named as its author.
      case "account" ->
          TemplateExtensions.titled(thing)
              + " of "
              + TemplateExtensions.dated(thing.get("meeting"));
      case "statement" ->
          "“%s” (%s, %s)"
              .formatted(
                  TemplateExtensions.shortened(String.valueOf(thing.get("text"))),
                  TemplateExtensions.sentence(thing),
                  TemplateExtensions.dated(thing.get("meeting")));
      case "participant", "party", "topic" -> String.valueOf(thing.get("name"));
      case "history" -> "What became of " + ofHistory(asked);
      case "changes" -> "What was changed";
      case "search" -> "Search" + chosen(asked, view, data);
      default ->
          asked.list() == null ? asked.name() : asked.list().title() + chosen(asked, view, data);
    };
  }

  /** Where some of its accounts are chosen: which. */
  private static String accordingTo(PageView view, Map<String, @Nullable Object> meeting) {
    return view.narrows(ReadingRoom.ACCOUNTS)
        ? TemplateExtensions.maps(Pages.members(meeting.get("comparison")).get("accounts")).stream()
            .map(TemplateExtensions::called)
            .collect(Collectors.joining(" and ", ", according to ", ""))
        : "";
  }

  private static String ofHistory(PageRequest asked) {
    return asked.path().replaceFirst(".*/(.*)/.*", "$1");
  }

  /**
   * What narrows a list down, and whether it is a later page of it; in which order says nothing.
   */
  private static String chosen(
      PageRequest asked, PageView view, Map<String, @Nullable Object> data) {
    String chosen =
        view.chosen().stream()
            .map(one -> one.label() + " " + TemplateExtensions.called(one, data))
            .collect(Collectors.joining(", "));
    boolean isLater = asked.parameters().keySet().stream().anyMatch(ReadingRoom.CURSORS::contains);
    return (chosen.isEmpty() ? "" : ": " + chosen) + (isLater ? " (continued)" : "");
  }
}
