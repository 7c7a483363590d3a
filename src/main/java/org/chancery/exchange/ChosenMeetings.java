package org.chancery.exchange;

import graphql.ExecutionResult;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.limits.Limits;
import org.jspecify.annotations.Nullable;

/** The meetings that a filter of the API finds. */
@ApplicationScoped
class ChosenMeetings {

  /** More than these are asked for in parts, or with the whole record. */
  static final int MOST = 2000;

  private static final String QUERY =
      """
      query($revision: Int!, $filter: MeetingFilter!, $after: String) {
        asOf(revision: $revision) {
          meetings(filter: $filter, first: 100, after: $after) {
            nodes { key }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
      """;

  private final GraphqlEngine graphql;
  private final Limits limits;

  ChosenMeetings(GraphqlEngine graphql, Limits limits) {
    this.graphql = graphql;
    this.limits = limits;
  }

  /**
   * A filter as a request has it.
   *
   * @throws RequestException where it is no object of JSON
   */
  static JsonObject filter(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException noJson) {
      throw RequestException.badInput(
          "\"meetings\" is a MeetingFilter as JSON, such as {\"parties\": {\"anyOf\": [\"CN\"]}}.");
    }
  }

  /**
   * The keys of the meetings that it finds as of a revision; whoever asks waits for them.
   *
   * @throws RequestException where there is no such filter, where it finds too many, or where all
   *     of it takes longer than a request may
   */
  List<String> find(RoutingContext context, JsonObject filter, int revision) {
    List<String> keys = new ArrayList<>();
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("revision", revision);
    variables.put("filter", filter.getMap());
    long begun = System.nanoTime();
    boolean hasMore = true;
    while (hasMore) {
      if (System.nanoTime() - begun > limits.time().toNanos()) {
        throw RequestException.beyondTime(limits.time());
      }
      if (keys.size() >= MOST) {
        throw RequestException.badInput(
            "More than %d meetings are found: narrow the filter, such as by the date, or get the whole record.",
            MOST);
      }
      JsonObject page = ask(context, variables);
      page.getJsonArray("nodes")
          .forEach(meeting -> keys.add(((JsonObject) meeting).getString("key")));
      hasMore = page.getJsonObject("pageInfo").getBoolean("hasNextPage");
      variables.put("after", page.getJsonObject("pageInfo").getString("endCursor"));
    }
    return keys;
  }

  private JsonObject ask(RoutingContext context, Map<String, @Nullable Object> variables) {
    ExecutionResult result = graphql.ask(context, QUERY, variables).join();
    String mistake = Errors.mistakeIn(result.getErrors());
    if (mistake != null) {
      throw RequestException.badInput("meetings: " + mistake);
    } else if (Errors.arePassing(result.getErrors())) {
      throw RequestException.unavailable("The meetings cannot be found just now. Try again.");
    }
    ResponseObject answer = result.getData();
    if (answer == null || !result.getErrors().isEmpty()) {
      throw new IllegalStateException("The meetings cannot be found.");
    }
    return new JsonObject(answer.plain()).getJsonObject("asOf").getJsonObject("meetings");
  }
}
