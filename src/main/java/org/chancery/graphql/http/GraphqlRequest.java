package org.chancery.graphql.http;

import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be run, as the GraphQL-over-HTTP specification lays it into a request.
 *
 * @param query the GraphQL document
 * @param operationName which of the document's operations; null where it has only one
 * @param variables the values of the operation's variables, as JSON has them
 * @param extensions what is asked for beside the operation: {@code {"cost": true}} for what it
 *     costs
 */
record GraphqlRequest(
    String query,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables,
    Map<String, @Nullable Object> extensions) {

  static GraphqlRequest of(RoutingContext context) {
    return context.request().method().equals(HttpMethod.GET) ? ofUrl(context) : ofBody(context);
  }

  private static GraphqlRequest ofUrl(RoutingContext context) {
    JsonObject request = new JsonObject();
    context
        .queryParams()
        .forEach(
            (name, value) -> {
              boolean isObject = name.equals("variables") || name.equals("extensions");
              request.put(name, isObject && !value.isBlank() ? json(value) : value);
            });
    return of(request);
  }

  private static GraphqlRequest ofBody(RoutingContext context) {
    String body = context.body().asString();
    return of(json(body == null ? "" : body));
  }

  private static GraphqlRequest of(JsonObject request) {
    Object query = request.getValue("query");
    Object operationName = request.getValue("operationName");
    if (!(query instanceof String document) || document.isBlank()) {
      throw RequestException.badRequest(
          "The request has no operation: send {\"query\": \"{ meetings { nodes { title } } }\"}.");
    }
    if (operationName != null && !(operationName instanceof String)) {
      throw RequestException.badRequest("\"operationName\" is a string or null.");
    }
    String operation = (String) operationName;
    return new GraphqlRequest(
        document,
        operation == null || operation.isBlank() ? null : operation,
        object(request, "variables", "{\"key\": \"wang-yi\"}"),
        object(request, "extensions", "{\"cost\": true}"));
  }

  private static Map<String, @Nullable Object> object(
      JsonObject request, String name, String example) {
    Object value = request.getValue(name);
    if (value == null || "".equals(value)) {
      return Map.of();
    }
    if (!(value instanceof JsonObject members)) {
      throw RequestException.badRequest("\"%s\" is an object, such as %s.", name, example);
    }
    return members.getMap();
  }

  private static JsonObject json(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw RequestException.badRequest(
          "The request is not a JSON object: send {\"query\": \"…\", \"variables\": {…}}.");
    }
  }

  boolean asksForItsCost() {
    return Boolean.TRUE.equals(extensions.get("cost"));
  }

  void checkLength(int most) {
    if (query.length() > most) {
      throw RequestException.beyondLimit("characters", query.length(), most);
    }
  }

  /**
   * Whether the operation only reads. Where the document cannot be parsed or has no such operation
   * it counts as a query: running it says what is wrong.
   */
  boolean isQuery(ParserOptions options) {
    try {
      return new Parser()
              .parseDocument(
                  ParserEnvironment.newParserEnvironment()
                      .document(query)
                      .parserOptions(options)
                      .build())
              .getDefinitionsOfType(OperationDefinition.class)
              .stream()
              .filter(one -> operationName == null || operationName.equals(one.getName()))
              .allMatch(one -> one.getOperation() == OperationDefinition.Operation.QUERY);
    } catch (InvalidSyntaxException notGraphql) {
      return true;
    }
  }
}
