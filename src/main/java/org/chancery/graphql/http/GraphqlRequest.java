package org.chancery.graphql.http;

import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.limits.StringLimit;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL request, with the members that the GraphQL-over-HTTP specification defines.
 *
 * @param query the GraphQL document
 * @param hash its SHA-256 as the request has it; null where it has none
 * @param operationName which of the document's operations; null where it has only one
 * @param variables the values of the operation's variables, as JSON has them
 * @param extensions options beside the operation, such as {@code {"cost": true}} for its cost
 * @param idempotencyKey by which its sender knows it, where it may be sent again; null for others
 */
record GraphqlRequest(
    String query,
    @Nullable String hash,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables,
    Map<String, @Nullable Object> extensions,
    @Nullable String idempotencyKey) {

  private static final String MUTATION = "mutation";

  private static final int MOST_OF_A_NAME = 100;

  /**
   * Reads a request.
   *
   * @param limits how much of each part it may have
   * @param persisted the documents that it may name instead of sending one
   * @throws RequestException where it asks for nothing that can be run
   */
  static GraphqlRequest of(RoutingContext context, Limits limits, PersistedDocuments persisted) {
    JsonObject request =
        context.request().method().equals(HttpMethod.GET) ? ofUrl(context) : ofBody(context);
    return of(request, limits, persisted, IdempotencyKey.of(context));
  }

  private static JsonObject ofUrl(RoutingContext context) {
    JsonObject request = new JsonObject();
    context
        .queryParams()
        .forEach(
            (name, value) -> {
              boolean isObject = name.equals("variables") || name.equals("extensions");
              boolean isNull = value.isBlank() || value.strip().equals("null");
              request.put(name, !isObject ? value : isNull ? null : json(value));
            });
    return request;
  }

  private static JsonObject ofBody(RoutingContext context) {
    String body = context.body().asString();
    return json(body == null ? "" : body);
  }

  private static GraphqlRequest of(
      JsonObject request,
      Limits limits,
      PersistedDocuments persisted,
      @Nullable String idempotencyKey) {
    Object query = request.getValue("query");
    Map<String, @Nullable Object> extensions = object(request, "extensions", "{\"cost\": true}");
    if (query instanceof String sent && sent.length() > limits.characters()) {
      throw RequestException.beyondLimit("characters", sent.length(), limits.characters());
    }
    String hash = PersistedDocuments.hashOf(text(request, "documentId"), extensions);
    String document =
        query == null || query instanceof String
            ? persisted.documentOf((String) query, hash)
            : null;
    if (document == null || document.isBlank()) {
      throw RequestException.badRequest(
          "The request has no operation: send {\"query\": \"{ meetings { nodes { title } } }\"}.");
    }
    String operation = text(request, "operationName");
    if (operation != null && operation.length() > MOST_OF_A_NAME) {
      throw RequestException.badRequest(
          "\"operationName\" has more than %d characters.", MOST_OF_A_NAME);
    }
    Map<String, @Nullable Object> variables =
        object(request, "variables", "{\"key\": \"wang-yi\"}");
    if (!document.contains(MUTATION)) {
      // Before anything is made of it; what is recorded is as long as the document format has it.
      StringLimit.check(variables, limits.string());
    }
    return new GraphqlRequest(
        document,
        hash,
        operation == null || operation.isBlank() ? null : operation,
        variables,
        extensions,
        idempotencyKey);
  }

  private static @Nullable String text(JsonObject request, String name) {
    Object value = request.getValue(name);
    if (value != null && !(value instanceof String)) {
      throw RequestException.badRequest("\"%s\" is a string or null.", name);
    }
    return (String) value;
  }

  private static Map<String, @Nullable Object> object(
      JsonObject request, String name, String example) {
    Object value = request.getValue(name);
    if (value == null) {
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
          text.stripLeading().startsWith("[")
              ? "Several requests in one array are not taken: send each by itself."
              : "The request is not a JSON object: send {\"query\": \"…\", \"variables\": {…}}.");
    }
  }

  /** What stands for all that it asks, in hexadecimal digits. */
  String fingerprint() {
    return Sha256.hexOf(
        new JsonArray()
            .add(query)
            .add(operationName)
            .add(new JsonObject(variables))
            .add(new JsonObject(extensions))
            .encode());
  }

  boolean asksForItsCost() {
    return Boolean.TRUE.equals(extensions.get("cost"));
  }

  /** Whether the operation is a mutation. */
  boolean mayWrite(ParserOptions options) {
    return query.contains(MUTATION) && !isQuery(options);
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
