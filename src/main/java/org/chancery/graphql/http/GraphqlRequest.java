package org.chancery.graphql.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be run, as the GraphQL-over-HTTP specification lays it into a request.
 *
 * @param query the GraphQL document
 * @param operationName which of the document's operations; null where it has only one
 * @param variables the values of the operation's variables, as JSON has them
 */
record GraphqlRequest(
    String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {

  static GraphqlRequest of(RoutingContext context) {
    return context.request().method().equals(HttpMethod.GET) ? ofUrl(context) : ofBody(context);
  }

  private static GraphqlRequest ofUrl(RoutingContext context) {
    JsonObject request = new JsonObject();
    context
        .queryParams()
        .forEach(
            (name, value) ->
                request.put(
                    name, name.equals("variables") && !value.isBlank() ? json(value) : value));
    return of(request);
  }

  private static GraphqlRequest ofBody(RoutingContext context) {
    String contentType = context.request().getHeader("Content-Type");
    if (contentType == null
        || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw RequestException.badRequest(
          "Send the request as JSON, with the header \"Content-Type: application/json\".");
    }
    String body = context.body().asString();
    return of(json(body == null ? "" : body));
  }

  private static GraphqlRequest of(JsonObject request) {
    Object query = request.getValue("query");
    Object operationName = request.getValue("operationName");
    Object variables = request.getValue("variables");
    if (!(query instanceof String document) || document.isBlank()) {
      throw RequestException.badRequest(
          "The request has no operation: send {\"query\": \"{ meetings { nodes { title } } }\"}.");
    }
    if (operationName != null && !(operationName instanceof String)) {
      throw RequestException.badRequest("\"operationName\" is a string or null.");
    }
    if (variables != null && !(variables instanceof JsonObject) && !"".equals(variables)) {
      throw RequestException.badRequest(
          "\"variables\" is an object, such as {\"key\": \"wang-yi\"}.");
    }
    String operation = (String) operationName;
    return new GraphqlRequest(
        document,
        operation == null || operation.isBlank() ? null : operation,
        variables instanceof JsonObject values ? values.getMap() : Map.of());
  }

  private static JsonObject json(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw RequestException.badRequest(
          "The request is not a JSON object: send {\"query\": \"…\", \"variables\": {…}}.");
    }
  }
}
