package org.chancery.address;

import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.AcceptedTypes;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.AsOfParameter;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.JsonResponseWriter;
import org.chancery.graphql.http.Methods;
import org.chancery.record.RecordEntity;
import org.jspecify.annotations.Nullable;

/** Answers at each thing's address. */
@ApplicationScoped
class AddressRoute {

  /** Before the static pages. */
  private static final int ORDER = 10;

  private static final String JSON_LD = "application/ld+json";
  private static final String HTML = "text/html";

  private final GraphqlEngine engine;
  private final Addresses addresses;
  private final ApiSettings settings;

  AddressRoute(GraphqlEngine engine, Addresses addresses, ApiSettings settings) {
    this.engine = engine;
    this.addresses = addresses;
    this.settings = settings;
  }

  void register(@Observes Router router) {
    for (AddressedKind kind : AddressedKind.values()) {
      String path = "/" + kind.path() + "/:key";
      Methods.get(router, path, ORDER, context -> answer(context, kind));
      Methods.get(
          router, path + "/" + Mementos.TIMEMAP, ORDER, context -> answerTimeMap(context, kind));
    }
  }

  private void answer(RoutingContext context, AddressedKind kind) {
    String key = keyOf(context);
    if (!RecordEntity.isKey(key)) {
      refuseUnknown(context, kind, key);
      return;
    }
    AsOfParameter moment;
    Instant wanted;
    try {
      moment = AsOfParameter.of(context);
      wanted = moment.isPast() ? null : Mementos.wanted(context);
    } catch (RequestException unreadable) {
      refuse(context, 400, String.valueOf(unreadable.getMessage()));
      return;
    }
    if (wanted != null) {
      lead(context, kind, key, wanted);
      return;
    }
    Map<String, @Nullable Object> variables = moment.variables();
    variables.put("key", key);
    if (kind.hasPages()) {
      variables.put("after", context.request().getParam("after"));
    }
    ask(
        context,
        moment.isPast() ? kind.queryOfThePast() : kind.query(),
        variables,
        data -> answer(context, kind, key, moment, data));
  }

  private static String keyOf(RoutingContext context) {
    String key = context.pathParam("key");
    return isOfJsonLd(context) ? key.substring(0, key.length() - JsonLd.SUFFIX.length()) : key;
  }

  private static boolean isOfJsonLd(RoutingContext context) {
    return context.pathParam("key").endsWith(JsonLd.SUFFIX);
  }

  private void answer(
      RoutingContext context,
      AddressedKind kind,
      String key,
      AsOfParameter moment,
      Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> record =
        moment.isPast() && data.get("asOf") instanceof Map<?, ?> past ? members(past) : data;
    if (record.get(kind.field()) instanceof Map<?, ?> thing) {
      if (!MergedAddress.leads(context, key, thing)) {
        nodes(record, "revisions")
            .forEach(last -> Mementos.date(context, String.valueOf(last.get("at"))));
        tell(context, kind, key, members(thing), moment);
      }
    } else if (moment.isPast()) {
      refuse(
          context,
          404,
          "The record had no %s with the key \"%s\" then.".formatted(kind.field(), Echo.of(key)));
    } else {
      tellWhetherItWasWithdrawn(context, kind, key);
    }
  }

  /**
   * Leads to what a thing was at a moment: where it had been withdrawn by then, to what it was
   * before that; to what it was first, where that was later.
   */
  private void lead(RoutingContext context, AddressedKind kind, String key, Instant at) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("key", key);
    variables.put("at", at.toString());
    ask(
        context,
        kind.queryOfMemento(),
        variables,
        data -> {
          Map<?, ?> then = data.get("asOf") instanceof Map<?, ?> past ? past : Map.of();
          if (then.get(kind.field()) != null) {
            Mementos.lead(context, key, number(nodes(then, "revisions").get(0)));
          } else if (then.get("withdrawal") instanceof Map<?, ?> before) {
            Mementos.lead(context, key, number(before.get("revision")) - 1);
          } else if (data.get(kind.field()) instanceof Map<?, ?> thing) {
            if (!MergedAddress.leads(context, key, thing)) {
              leadToTheFirst(context, key, thing);
            }
          } else if (data.get("withdrawal") instanceof Map<?, ?> since) {
            ask(
                context,
                kind.queryOfTheFirst(),
                Map.of("key", key, "revision", number(since.get("revision")) - 1),
                past -> {
                  if (past.get("asOf") instanceof Map<?, ?> before
                      && before.get(kind.field()) instanceof Map<?, ?> thing) {
                    leadToTheFirst(context, key, thing);
                  } else {
                    refuseUnknown(context, kind, key);
                  }
                });
          } else {
            refuseUnknown(context, kind, key);
          }
        });
  }

  private static void leadToTheFirst(RoutingContext context, String key, Map<?, ?> thing) {
    Mementos.lead(context, key, number(nodes(thing, "history").get(0).get("revision")));
  }

  private void answerTimeMap(RoutingContext context, AddressedKind kind) {
    String key = context.pathParam("key");
    if (!RecordEntity.isKey(key)) {
      refuseUnknown(context, kind, key);
      return;
    }
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("key", key);
    variables.put("after", context.request().getParam("after"));
    ask(
        context,
        kind.queryOfTimeMap(),
        variables,
        data -> {
          if (!tellTimeMap(context, kind, key, data)) {
            ask(
                context,
                kind.queryOfWithdrawal(),
                Map.of("key", key),
                gone -> answerTimeMap(context, kind, key, variables, gone));
          }
        });
  }

  /** Of a thing that was withdrawn: it has its past still. */
  private void answerTimeMap(
      RoutingContext context,
      AddressedKind kind,
      String key,
      Map<String, @Nullable Object> variables,
      Map<String, @Nullable Object> gone) {
    if (gone.get("withdrawal") instanceof Map<?, ?> withdrawal) {
      variables.put("revision", number(withdrawal.get("revision")) - 1);
      ask(
          context,
          kind.queryOfTimeMapOfThePast(),
          variables,
          past -> {
            if (!(past.get("asOf") instanceof Map<?, ?> then)
                || !tellTimeMap(context, kind, key, then)) {
              refuseUnknown(context, kind, key);
            }
          });
    } else {
      refuseUnknown(context, kind, key);
    }
  }

  /** Whether there is such a thing among the data; what was kept in its place has its own. */
  private boolean tellTimeMap(
      RoutingContext context, AddressedKind kind, String key, Map<?, ?> data) {
    if (data.get(kind.field()) instanceof Map<?, ?> found
        && MergedAddress.leads(context, key, found)) {
      return true;
    }
    if (data.get(kind.field()) instanceof Map<?, ?> thing
        && thing.get("history") instanceof Map<?, ?> history
        && history.get("pageInfo") instanceof Map<?, ?> page) {
      String next =
          Boolean.TRUE.equals(page.get("hasNextPage"))
              ? String.valueOf(page.get("endCursor"))
              : null;
      List<Map<String, @Nullable Object>> revisions =
          nodes(thing, "history").stream()
              .filter(
                  change ->
                      !Set.of("WITHDRAWN", "MERGED").contains(String.valueOf(change.get("kind"))))
              .map(change -> members((Map<?, ?>) Objects.requireNonNull(change.get("revision"))))
              .toList();
      HttpResponses.sendCacheable(
          context,
          Mementos.LINK_FORMAT,
          Buffer.buffer(Mementos.timeMap(context, key, revisions, next)),
          settings.maxAge());
      return true;
    }
    return false;
  }

  /** Goes on with the data of an answer; where there is none the request is refused. */
  private void ask(
      RoutingContext context,
      String query,
      Map<String, @Nullable Object> variables,
      Consumer<Map<String, @Nullable Object>> then) {
    var unused =
        engine
            .ask(context, query, variables)
            .thenAccept(
                result -> {
                  Map<String, @Nullable Object> data = dataOf(context, result);
                  if (data != null) {
                    then.accept(data);
                  }
                })
            .exceptionally(HttpResponses.failing(context));
  }

  private static int number(@Nullable Object revision) {
    return revision instanceof Map<?, ?> one && one.get("number") instanceof Integer number
        ? number
        : 0;
  }

  /** The nodes of a connection. */
  private static List<Map<String, @Nullable Object>> nodes(Map<?, ?> thing, String connection) {
    return thing.get(connection) instanceof Map<?, ?> list
            && list.get("nodes") instanceof List<?> nodes
        ? nodes.stream().map(node -> members((Map<?, ?>) node)).toList()
        : List.of();
  }

  /** What was answered; null where it was no answer, and the request is refused. */
  private static @Nullable Map<String, @Nullable Object> dataOf(
      RoutingContext context, ExecutionResult result) {
    ResponseObject answer = result.getData();
    String mistake = Errors.mistakeIn(result.getErrors());
    if (mistake != null) {
      refuse(context, 400, mistake);
    } else if (Errors.arePassing(result.getErrors())) {
      refuse(context, 503, "The service cannot answer this just now. Try again.");
    } else if (answer == null || !result.getErrors().isEmpty()) {
      refuse(context, 500, "The service could not answer this. Try again.");
    } else {
      return answer.plain();
    }
    return null;
  }

  private void tellWhetherItWasWithdrawn(RoutingContext context, AddressedKind kind, String key) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("key", key);
    ask(
        context,
        kind.queryOfWithdrawal(),
        variables,
        data -> {
          if (data.get("withdrawal") instanceof Map<?, ?> change
              && change.get("revision") instanceof Map<?, ?> revision) {
            Mementos.link(context, key);
            refuse(
                context,
                410,
                "The %s \"%s\" was withdrawn at %s%s. As it was before: %s?asOf=%d"
                    .formatted(
                        kind.field(),
                        key,
                        revision.get("at"),
                        revision.get("reason") == null ? "" : " (" + revision.get("reason") + ")",
                        Mementos.addressed(context),
                        (int) Objects.requireNonNull(revision.get("number")) - 1));
          } else {
            refuseUnknown(context, kind, key);
          }
        });
  }

  @SuppressWarnings("unchecked") // the objects of a GraphQL answer have names for keys
  private static Map<String, @Nullable Object> members(Map<?, ?> thing) {
    return (Map<String, @Nullable Object>) thing;
  }

  private void tell(
      RoutingContext context,
      AddressedKind kind,
      String key,
      Map<String, @Nullable Object> thing,
      AsOfParameter moment) {
    Optional<String> page =
        AcceptedTypes.of(context).prefers(HTML, JSON_LD) && !moment.isPast() && !isOfJsonLd(context)
            ? addresses.pageOf(kind, key, context.normalizedPath(), settings.graphiql())
            : Optional.empty();
    if (page.isPresent()) {
      context
          .response()
          .setStatusCode(303)
          .putHeader(HttpHeaders.LOCATION, page.get())
          .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .end();
      return;
    }
    Mementos.link(context, key);
    HttpResponses.sendCacheable(
        context,
        JSON_LD,
        JsonResponseWriter.of(kind.jsonLd(asOf(context, thing))),
        moment.revision() == null ? settings.maxAge() : HttpResponses.OF_THE_PAST);
  }

  /** A thing with the moment as of which it is asked for, as the request has it. */
  private static Map<String, @Nullable Object> asOf(
      RoutingContext context, Map<String, @Nullable Object> thing) {
    Map<String, @Nullable Object> then = new HashMap<>(thing);
    then.put(AsOfParameter.NAME, context.request().getParam(AsOfParameter.NAME));
    return then;
  }

  private static void refuseUnknown(RoutingContext context, AddressedKind kind, String key) {
    refuse(
        context, 404, "There is no %s with the key \"%s\".".formatted(kind.field(), Echo.of(key)));
  }

  private static void refuse(RoutingContext context, int status, String message) {
    HttpResponses.send(
        context, status, "application/json", JsonResponseWriter.of(Map.of("error", message)));
  }
}
