package org.chancery.pages;

import io.vertx.core.http.HttpHeaders;
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
import java.util.Set;
import java.util.function.BiConsumer;
import org.chancery.address.JsonLd;
import org.chancery.address.Mementos;
import org.chancery.address.MergedAddress;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.errors.RequestException;
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

  /** Before everything else that is not there, which programs are told in JSON. */
  private static final int AFTER_ALL_PAGES = Integer.MAX_VALUE - 2;

  /** The parameter with the cursor after which a list goes on. */
  static final String AFTER = "after";

  /** The parameter with the cursor before which the revisions are that go on. */
  private static final String BEFORE = "before";

  /** Longer ones nobody has typed, or been given by us. */
  private static final int LONGEST_PATH = 1000;

  /** The parameters that say where in a list a page begins. */
  static final Set<String> CURSORS = Set.of(AFTER, BEFORE);

  /** The parameter with what a search looks for. */
  private static final String KIND = "kind";

  /** The parameter with the keys of those accounts of a meeting that are compared. */
  static final String ACCOUNTS = "accounts";

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

  private final Pages pages;
  private final Downloads downloads;
  private final boolean hasThings;

  /**
   * Opens where the operator wants it.
   *
   * @param elsewhere where the operator has pages of things; empty where these are ours
   */
  ReadingRoom(
      Pages pages,
      Downloads downloads,
      @ConfigProperty(name = "chancery.address.page-url") Optional<String> elsewhere) {
    this.pages = pages;
    this.downloads = downloads;
    this.hasThings = elsewhere.isEmpty();
  }

  void register(@Observes Router router) {
    if (!pages.areOpen()) {
      return;
    }
    for (ListPage list : ListPage.values()) {
      get(router, "/" + list.path(), Format.OF_LISTS, (one, format) -> list(one, list, format));
    }
    Methods.get(router, "/people", ORDER, ReadingRoom::leadToPeople);
    router
        .route()
        .order(AFTER_ALL_PAGES)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::nothing);
    get(router, "/search", Format.OF_LISTS, this::search);
    get(router, "/changes", Format.CITATIONS, this::changes);
    Methods.get(
        router, "/changes" + Format.ATOM.suffix(), ORDER, context -> changes(context, Format.ATOM));
    THINGS.forEach(
        (path, thing) ->
            get(
                router,
                "/" + path + "/:key/history",
                Format.CITATIONS,
                (context, format) -> history(context, path, thing, format)));
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

  private void nothing(RoutingContext context) {
    // A page would lead back from a path of thousands of parts by as many.
    if (!AcceptedTypes.of(context).prefers("text/html", "application/json")
        || context.request().path().length() > LONGEST_PATH) {
      context.next();
      return;
    }
    pages.tell(
        context,
        pages.viewOf(PageRequest.of(context, "nothing", "", pages.pathOf(context), Format.HTML)),
        404,
        "No such page",
        "There is no page at this address.",
        null);
  }

  /** Answers at a path with a page, and with the same in other formats. */
  private static void get(
      Router router, String path, List<Format> others, BiConsumer<RoutingContext, Format> handler) {
    Methods.get(router, path, ORDER, context -> handler.accept(context, Format.HTML));
    for (Format format : others) {
      Methods.get(
          router, path + format.suffix(), ORDER, context -> handler.accept(context, format));
    }
  }

  private void list(RoutingContext context, ListPage list, Format format) {
    pages.begin(
        PageRequest.of(context, list, format),
        asked -> {
          Map<String, @Nullable Object> variables = list.variables(asked.parameters());
          variables.put(AFTER, context.request().getParam(AFTER));
          if (Format.DOWNLOADS.contains(format)) {
            downloads.send(asked, variables);
          } else {
            pages.show(asked, variables);
          }
        });
  }

  /** Who guesses the address of the list of people finds it. */
  private static void leadToPeople(RoutingContext context) {
    String query = context.request().query();
    context
        .response()
        .setStatusCode(301)
        .putHeader(
            HttpHeaders.LOCATION,
            (context.normalizedPath().endsWith("/") ? "../" : "")
                + ListPage.PARTICIPANTS.path()
                + (query == null ? "" : "?" + query))
        .end();
  }

  private void search(RoutingContext context, Format format) {
    Map<String, String> parameters =
        Pages.parametersOf(context, List.of(ListPage.WORDS, KIND, AFTER));
    pages.begin(
        PageRequest.of(context, "search", "", "search", format).with(parameters),
        asked -> {
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("text", parameters.getOrDefault(ListPage.WORDS, ""));
          variables.put(AFTER, context.request().getParam(AFTER));
          variables.put("any", parameters.containsKey(ListPage.WORDS));
          variables.put(
              "kinds",
              parameters.containsKey(KIND)
                  ? List.of(InWords.constant(parameters.get(KIND)))
                  : null);
          if (!Format.DOWNLOADS.contains(format)) {
            pages.show(asked, variables);
          } else if (parameters.containsKey(ListPage.WORDS)) {
            downloads.send(asked, variables);
          } else {
            throw RequestException.badInput("Say what is looked for, with \"%s\".", ListPage.WORDS);
          }
        });
  }

  private void changes(RoutingContext context, Format format) {
    pages.begin(
        PageRequest.of(context, "changes", "", "changes", format)
            .with(Pages.parametersOf(context, List.of(BEFORE))),
        asked -> {
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put(BEFORE, context.request().getParam(BEFORE));
          pages.show(asked, variables);
        });
  }

  private void thing(RoutingContext context, String path, String thing) {
    String param = context.pathParam("key");
    for (Format format : Format.CITATIONS) {
      if (param.endsWith(format.suffix())) {
        String key = param.substring(0, param.length() - format.suffix().length());
        show(PageRequest.of(context, thing, thing, path + "/" + key, format), key, thing);
        return;
      }
    }
    if (!AcceptedTypes.of(context).prefers("text/html", "application/ld+json")
        || param.endsWith(JsonLd.SUFFIX)
        || context.request().getHeader("Accept-Datetime") != null) {
      context.next();
      return;
    }
    show(PageRequest.of(context, thing, thing, path + "/" + param, Format.HTML), param, thing);
  }

  /** What became of a thing. */
  private void history(RoutingContext context, String path, String thing, Format format) {
    String key = context.pathParam("key");
    show(
        PageRequest.of(context, "history", thing, path + "/" + key + "/history", format),
        key,
        "thing");
  }

  /**
   * Shows a page about a thing.
   *
   * @param page without the request's parameters
   * @param field of the query that has the thing
   */
  private void show(PageRequest page, String key, String field) {
    RoutingContext context = page.context();
    String thing = page.thing();
    boolean isMeeting = page.name().equals("meeting");
    pages.begin(
        page.with(
            Pages.parametersOf(
                context,
                isMeeting ? List.of(ListPage.WORDS, ACCOUNTS) : List.of(ListPage.WORDS, AFTER),
                page::takesSeveral)),
        asked -> {
          if (!RecordEntity.isKey(key)) {
            tellThatItIsNotThere(asked, pages.viewOf(asked), Map.of(), thing, key);
            return;
          }
          Map<String, @Nullable Object> variables = new HashMap<>();
          variables.put("key", key);
          variables.put(AFTER, context.request().getParam(AFTER));
          String accounts = asked.parameters().get(ACCOUNTS);
          if (accounts != null) {
            variables.put("chosen", true);
            variables.put(ACCOUNTS, ListPage.keysIn(accounts));
          }
          BiConsumer<PageView, Map<String, @Nullable Object>> then =
              (view, data) -> {
                if (!(data.get(field) instanceof Map<?, ?> shown)) {
                  tellThatItIsNotThere(asked, view, data, thing, key);
                } else if (!MergedAddress.leads(context, key, shown)) {
                  pages.show(asked, view, data, Map.of());
                }
              };
          pages.ask(
              asked,
              variables,
              then,
              (isTooMuch, tell) -> {
                if (isMeeting && isTooMuch) {
                  // Its accounts say more than one answer may have: then they are listed.
                  variables.put("sideBySide", false);
                  pages.ask(
                      asked, variables, then, (still, told) -> showUnlessThere(asked, key, told));
                } else {
                  showUnlessThere(asked, key, tell);
                }
              });
        });
  }

  /** Where a thing is not there, a list that is narrowed down by it cannot be had either. */
  private void showUnlessThere(PageRequest asked, String key, Runnable mistake) {
    pages.ask(
        PageRequest.of(asked.context(), "history", asked.thing(), asked.path(), asked.format())
            .with(asked.parameters())
            .as(asked.moment()),
        Map.of("key", key),
        (view, data) -> {
          if (data.get("thing") == null) {
            tellThatItIsNotThere(asked, view, data, asked.thing(), key);
          } else {
            mistake.run();
          }
        });
  }

  private void tellThatItIsNotThere(
      PageRequest asked,
      PageView view,
      Map<String, @Nullable Object> data,
      String thing,
      String key) {
    if (data.get("withdrawal") instanceof Map<?, ?> withdrawal
        && withdrawal.get("revision") instanceof Map<?, ?> revision) {
      int before = (int) Objects.requireNonNull(revision.get("number")) - 1;
      Object reason = revision.get("reason");
      if (asked.name().equals(asked.thing())) {
        asked.context().response().putHeader("Link", Mementos.links(asked.context(), key));
      }
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
          new PageView.Way("As it was before", view.moment(asked.path(), before)));
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
