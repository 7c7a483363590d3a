package org.chancery.address;

import graphql.ExecutionResult;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
      Methods.get(router, "/" + kind.path() + "/:key", ORDER, context -> answer(context, kind));
    }
  }

  private void answer(RoutingContext context, AddressedKind kind) {
    String key = context.pathParam("key");
    if (!RecordEntity.isKey(key)) {
      refuseUnknown(context, kind, key);
      return;
    }
    AsOfParameter moment;
    try {
      moment = AsOfParameter.of(context);
    } catch (RequestException unreadable) {
      refuse(context, 400, String.valueOf(unreadable.getMessage()));
      return;
    }
    Map<String, @Nullable Object> variables = variablesOf(moment);
    variables.put("key", key);
    if (kind.hasPages()) {
      variables.put("after", context.request().getParam("after"));
    }
    var unused =
        engine
            .ask(context, moment.isPast() ? kind.queryOfThePast() : kind.query(), variables)
            .thenAccept(
                result -> {
                  Map<String, @Nullable Object> data = dataOf(context, result);
                  if (data != null && moment.isPast()) {
                    data = data.get("asOf") instanceof Map<?, ?> past ? members(past) : Map.of();
                  }
                  if (data == null) {
                    return;
                  }
                  if (data.get(kind.field()) instanceof Map<?, ?> thing) {
                    tell(context, kind, key, members(thing), moment);
                  } else if (moment.isPast()) {
                    refuse(
                        context,
                        404,
                        "The record had no %s with the key \"%s\" then."
                            .formatted(kind.field(), Echo.of(key)));
                  } else {
                    tellWhetherItWasWithdrawn(context, kind, key);
                  }
                })
            .exceptionally(HttpResponses.failing(context));
  }

  private static Map<String, @Nullable Object> variablesOf(AsOfParameter asOf) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    if (asOf.isPast()) {
      variables.put("revision", asOf.revision());
      variables.put("at", asOf.at() == null ? null : asOf.at().toString());
    }
    return variables;
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
    var unused =
        engine
            .ask(context, kind.queryOfWithdrawal(), variables)
            .thenAccept(
                result -> {
                  Map<String, @Nullable Object> data = dataOf(context, result);
                  if (data == null) {
                    return;
                  }
                  if (data.get("withdrawal") instanceof Map<?, ?> change
                      && change.get("revision") instanceof Map<?, ?> revision) {
                    refuse(
                        context,
                        410,
                        "The %s \"%s\" was withdrawn at %s%s. As it was before: %s?asOf=%d"
                            .formatted(
                                kind.field(),
                                key,
                                revision.get("at"),
                                revision.get("reason") == null
                                    ? ""
                                    : " (" + revision.get("reason") + ")",
                                context.normalizedPath(),
                                (int) Objects.requireNonNull(revision.get("number")) - 1));
                  } else {
                    refuseUnknown(context, kind, key);
                  }
                })
            .exceptionally(HttpResponses.failing(context));
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
        wantsPage(context) && !moment.isPast()
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
    HttpResponses.sendCacheable(
        context,
        JSON_LD,
        JsonResponseWriter.of(kind.jsonLd(thing)),
        moment.revision() == null ? settings.maxAge() : HttpResponses.FOR_GOOD);
  }

  /** Whether HTML is accepted before JSON-LD, as browsers do. */
  private static boolean wantsPage(RoutingContext context) {
    List<String> accepted = AcceptedTypes.of(context).wanted();
    int html = accepted.indexOf(HTML);
    int json = accepted.indexOf(JSON_LD);
    return html >= 0 && (json < 0 || html < json);
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
