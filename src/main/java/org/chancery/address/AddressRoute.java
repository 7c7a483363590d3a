package org.chancery.address;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.AcceptedTypes;
import org.chancery.graphql.http.ApiSettings;
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
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("key", key);
    if (kind.hasPages()) {
      variables.put("after", context.request().getParam("after"));
    }
    var unused =
        engine
            .ask(context, kind.query(), variables)
            .thenAccept(
                result -> {
                  ResponseObject answer = result.getData();
                  Map<String, @Nullable Object> data = answer == null ? null : answer.plain();
                  String mistake = Errors.mistakeIn(result.getErrors());
                  if (mistake != null) {
                    refuse(context, 400, mistake);
                  } else if (Errors.arePassing(result.getErrors())) {
                    refuse(context, 503, "The service cannot answer this just now. Try again.");
                  } else if (data == null || !result.getErrors().isEmpty()) {
                    refuse(context, 500, "The service could not answer this. Try again.");
                  } else if (data.get(kind.field()) instanceof Map<?, ?> thing) {
                    tell(context, kind, key, members(thing));
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
      RoutingContext context, AddressedKind kind, String key, Map<String, @Nullable Object> thing) {
    Optional<String> page =
        wantsPage(context)
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
        context, JSON_LD, JsonResponseWriter.of(kind.jsonLd(thing)), settings.maxAge());
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
