package org.chancery.pages;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.graphql.http.AsOfParameter;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param name of the template
 * @param thing the query's field of what the page is about; empty where it is about no one thing
 * @param path of the page, from the first page
 * @param format in which it is asked for
 * @param list which is shown; null where it is no list
 * @param moment as of which it is
 * @param parameters what narrows it down
 */
record PageRequest(
    RoutingContext context,
    String name,
    String thing,
    String path,
    Format format,
    @Nullable ListPage list,
    AsOfParameter moment,
    Map<String, String> parameters) {

  /** Of the present, without anything that narrows it down. */
  static PageRequest of(
      RoutingContext context, String name, String thing, String path, Format format) {
    return new PageRequest(
        context, name, thing, path, format, null, new AsOfParameter(null, null), Map.of());
  }

  static PageRequest of(RoutingContext context, ListPage list, Format format) {
    return new PageRequest(
        context,
        list.path(),
        "",
        list.path(),
        format,
        list,
        new AsOfParameter(null, null),
        Pages.parametersOf(context, list.parameters(), list::takesSeveral));
  }

  PageRequest with(Map<String, String> more) {
    return new PageRequest(context, name, thing, path, format, list, moment, more);
  }

  PageRequest as(AsOfParameter other) {
    return new PageRequest(context, name, thing, path, format, list, other, parameters);
  }

  /**
   * The only ones that the file of a list may have: it would be taken for what was asked for. A
   * page, which has none here, may be opened with others that somebody adds to its address.
   */
  List<String> parametersOfFile() {
    if (list == null || format == Format.HTML) {
      return List.of();
    }
    List<String> known = new ArrayList<>(list.parameters());
    known.add(AsOfParameter.NAME);
    return known;
  }

  /** Whether a parameter may be there several times. */
  boolean takesSeveral(String parameter) {
    return takesSeveral(list, parameter);
  }

  /** The same of a page of a list, or of one that shows none. */
  static boolean takesSeveral(@Nullable ListPage list, String parameter) {
    return list == null ? parameter.equals(ReadingRoom.ACCOUNTS) : list.takesSeveral(parameter);
  }

  /** The same, of the revision that was answered with: of 0 where there was none yet. */
  PageRequest asOf(Map<String, @Nullable Object> data) {
    if (moment.revision() != null) {
      return this;
    }
    List<?> last =
        (List<?>) Objects.requireNonNull(Pages.members(data.get("revisions")).get("nodes"));
    Integer number = last.isEmpty() ? 0 : (Integer) Pages.members(last.get(0)).get("number");
    return as(new AsOfParameter(number, null));
  }
}
