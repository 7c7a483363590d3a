package org.chancery.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.address.JsonLd;
import org.chancery.address.Mementos;
import org.jspecify.annotations.Nullable;

/** What a page is linked to, for programs: in the header Link, as RFC 8288 has it. */
final class PageLinks {

  private PageLinks() {}

  /**
   * Adds the links of a page: how it is cited (RFC 8574), its data, its other formats, its past
   * (RFC 7089), and the licence of its text.
   */
  static void add(
      PageRequest asked,
      PageView page,
      @Nullable Citation citation,
      Map<String, @Nullable Object> data) {
    List<String> links = new ArrayList<>();
    if (citation != null) {
      links.add("<%s>; rel=\"cite-as\"".formatted(citation.address()));
      Format.CITATIONS.forEach(format -> links.add(alternate(page, format)));
    }
    if (asked.list() != null) {
      Format.DOWNLOADS.forEach(format -> links.add(alternate(page, format)));
    }
    if (asked.name().equals("changes")) {
      links.add(alternate(page, Format.ATOM));
    }
    if (asked.name().equals(asked.thing())) {
      links.add(
          "<%s>; rel=\"describedby\"; type=\"application/ld+json\""
              .formatted(page.with(JsonLd.SUFFIX)));
      links.add(Mementos.links(asked.context(), asked.path().replaceFirst(".*/", "")));
      if (data.get(asked.thing()) instanceof Map<?, ?> thing
          && String.valueOf(thing.get("licence")).matches("https?://[\\x21-\\x7E&&[^<>\"]]+")) {
        links.add("<%s>; rel=\"license\"".formatted(thing.get("licence")));
      }
    }
    if (!links.isEmpty()) {
      asked.context().response().putHeader("Link", String.join(", ", links));
    }
  }

  private static String alternate(PageView page, Format format) {
    return "<%s>; rel=\"alternate\"; type=\"%s\""
        .formatted(page.with(format.suffix()), format.mediaType().replaceFirst(";.*", ""));
  }
}
