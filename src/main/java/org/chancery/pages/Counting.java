package org.chancery.pages;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.http.HttpResponses;
import org.jspecify.annotations.Nullable;

/**
 * Counts what stands beside a list: each count is a request of its own, with its own limits, of the
 * revision that the list is of.
 */
final class Counting {

  private final GraphqlEngine graphql;
  private final RoutingContext context;
  private final Map<String, @Nullable Object> variables;
  private final KeptCounts kept;
  private final long until;

  /**
   * For one page.
   *
   * @param variables of all queries
   * @param kept what is known already
   * @param time after which no request begins any more
   */
  Counting(
      GraphqlEngine graphql,
      RoutingContext context,
      Map<String, @Nullable Object> variables,
      KeptCounts kept,
      Duration time) {
    this.graphql = graphql;
    this.context = context;
    this.variables = variables;
    this.kept = kept;
    this.until = System.nanoTime() + time.toNanos();
  }

  /** Adds to a page's data what its queries count, but for what cannot be had, and goes on. */
  void add(List<String> queries, Map<String, @Nullable Object> data, Runnable then) {
    if (queries.isEmpty()) {
      then.run();
      return;
    }
    String query = queries.get(0);
    List<String> others = queries.subList(1, queries.size());
    Map<String, @Nullable Object> known = kept.get(query, variables);
    if (known != null || System.nanoTime() > until) {
      add(known == null ? Map.of() : known, data);
      add(others, data, then);
      return;
    }
    var unused =
        graphql
            .ask(context, query, variables)
            .thenAccept(
                result -> {
                  ResponseObject answer = result.getData();
                  if (answer != null && result.getErrors().isEmpty()) {
                    Map<String, @Nullable Object> counted =
                        Pages.members(answer.plain().get("asOf"));
                    kept.put(query, variables, counted);
                    add(counted, data);
                  }
                  add(others, data, then);
                })
            .exceptionally(HttpResponses.failing(context));
  }

  private static void add(
      Map<String, @Nullable Object> counted, Map<String, @Nullable Object> data) {
    counted.forEach(
        (name, value) -> {
          if (data.get(name) instanceof Map<?, ?> list && value instanceof Map<?, ?> more) {
            Map<String, @Nullable Object> all = new HashMap<>(Pages.members(list));
            all.putAll(Pages.members(more));
            data.put(name, all);
          } else {
            data.put(name, value);
          }
        });
  }
}
