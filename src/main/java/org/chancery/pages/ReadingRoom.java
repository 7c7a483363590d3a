package org.chancery.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.http.AcceptedTypes;
import org.chancery.graphql.http.Methods;
import org.chancery.record.RecordEntity;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Pages of the record for people: of each thing at its address, and of each list. */
@ApplicationScoped
class ReadingRoom {

  /** Before the addresses of things, which answer those who are no browsers. */
  private static final int ORDER = 5;

  private static final String AFTER = "after";

  /**
   * How much a list may be narrowed down to be counted as well, which costs more than its page: of
   * statements there are many.
   */
  private static final Map<String, Integer> MOST_CONDITIONS = Map.of("meetings", 2);

  /** Where things have their pages, and what one of them is. */
  private static final Map<String, String> THINGS =
      Map.of(
          "meetings", "meeting",
          "events", "event",
          "parties", "party",
          "topics", "topic",
          "participants", "participant",
          "accounts", "account",
          "statements", "statement");

  /** Lists, and what makes a filter of their parameters; null where they have none. */
  private static final Map<
          String, Function<Map<String, String>, @Nullable Map<String, @Nullable Object>>>
      LISTS =
          Map.of(
              "meetings", Filters::ofMeetings,
              "statements", Filters::ofStatements,
              "participants", Filters::none,
              "parties", Filters::none,
              "topics", Filters::none,
              "events", Filters::none);

  private final Pages pages;
  private final boolean hasThings;

  /**
   * Opens where the operator wants it.
   *
   * @param elsewhere where the operator has pages of things; empty where these are ours
   */
  ReadingRoom(
      Pages pages, @ConfigProperty(name = "chancery.address.page-url") Optional<String> elsewhere) {
    this.pages = pages;
    this.hasThings = elsewhere.isEmpty();
  }

  void register(@Observes Router router) {
    if (!pages.areOpen()) {
      return;
    }
    LISTS.forEach(
        (path, filter) -> Methods.get(router, "/" + path, ORDER, one -> list(one, path, filter)));
    Methods.get(router, "/search", ORDER, this::search);
    Methods.get(router, "/changes", ORDER, this::changes);
    THINGS.forEach(
        (path, thing) ->
            Methods.get(
                router,
                "/" + path + "/:key/history",
                ORDER,
                context -> history(context, path, thing)));
    if (hasThings) {
      THINGS.forEach(
          (path, thing) ->
              router
                  .route("/" + path + "/:key")
                  .order(ORDER)
                  .method(HttpMethod.GET)
                  .method(HttpMethod.HEAD)
                  .handler(context -> thing(context, path, thing)));
    }
  }

  private void list(
      RoutingContext context,
      String path,
      Function<Map<String, String>, @Nullable Map<String, @Nullable Object>> filter) {
    Map<String, String> parameters = Pages.parametersOf(context, Filters.NAMES);
    pages.begin(
        Pages.Asked.of(context, path, "", path).with(parameters),
        asked -> {
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("filter", filter.apply(parameters));
          variables.put(
              PageQuery.COUNTED,
              Filters.conditions(parameters) <= MOST_CONDITIONS.getOrDefault(path, 0));
          variables.put(AFTER, context.request().getParam(AFTER));
          pages.show(asked, variables);
        });
  }

  private void search(RoutingContext context) {
    Map<String, String> parameters = Pages.parametersOf(context, List.of("q"));
    pages.begin(
        Pages.Asked.of(context, "search", "", "search").with(parameters),
        asked -> {
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("text", parameters.get("q"));
          variables.put(AFTER, context.request().getParam(AFTER));
          variables.put("any", parameters.containsKey("q"));
          pages.show(asked, variables);
        });
  }

  /** What became of a thing. */
  private void history(RoutingContext context, String path, String thing) {
    show(context, path, thing, "history", "/history", "thing");
  }

  private void changes(RoutingContext context) {
    pages.begin(
        Pages.Asked.of(context, "changes", "", "changes"),
        asked -> {
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("before", context.request().getParam("before"));
          pages.show(asked, variables);
        });
  }

  private void thing(RoutingContext context, String path, String thing) {
    if (!AcceptedTypes.of(context).prefers("text/html", "application/ld+json")
        || context.request().getHeader("Accept-Datetime") != null) {
      context.next();
      return;
    }
    show(context, path, thing, thing, "", thing);
  }

  /**
   * Shows a page about a thing.
   *
   * @param below its place below the address of the thing
   * @param field of the query that has the thing
   */
  private void show(
      RoutingContext context, String path, String thing, String name, String below, String field) {
    String key = context.pathParam("key");
    pages.begin(
        Pages.Asked.of(context, name, thing, path + "/" + key + below),
        asked -> {
          if (!RecordEntity.isKey(key)) {
            tellThatItIsNotThere(asked, pages.viewOf(asked), Map.of(), thing, key);
            return;
          }
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("key", key);
          variables.put(AFTER, context.request().getParam(AFTER));
          pages.ask(
              asked,
              variables,
              (view, data) -> {
                if (data.get(field) == null) {
                  tellThatItIsNotThere(asked, view, data, thing, key);
                } else {
                  pages.show(asked, view, data, Map.of());
                }
              });
        });
  }

  private void tellThatItIsNotThere(
      Pages.Asked asked,
      PageView view,
      Map<String, @Nullable Object> data,
      String thing,
      String key) {
    if (data.get("withdrawal") instanceof Map<?, ?> withdrawal
        && withdrawal.get("revision") instanceof Map<?, ?> revision) {
      int before = (int) Objects.requireNonNull(revision.get("number")) - 1;
      Object reason = revision.get("reason");
      pages.tell(
          asked.context(),
          view,
          410,
          "Withdrawn",
          "The %s “%s” was withdrawn from the record on %s%s."
              .formatted(
                  thing,
                  Echo.of(key),
                  InWords.day(String.valueOf(revision.get("at"))),
                  reason == null ? "" : ", because: " + reason),
          view.list(asked.path(), "asOf", before));
    } else {
      pages.tell(
          asked.context(),
          view,
          404,
          "Not in the record",
          "The record %s no %s with the key “%s”."
              .formatted(asked.moment().isPast() ? "had" : "has", thing, Echo.of(key)),
          null);
    }
  }
}
