package org.chancery.pages;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.http.HttpResponses;
import org.jspecify.annotations.Nullable;

/**
 * Counts what stands beside a list: each count is a request of its own, with its own limits, of the
 * revision that the list is of. That is asked of the present while it is the newest one, which is
 * quicker than asking the past for it.
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
   * @param kept what is known already of the list's revision
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
  void add(List<PageQuery.Count> queries, Map<String, @Nullable Object> data, Runnable then) {
    if (queries.isEmpty()) {
      then.run();
      return;
    }
    PageQuery.Count query = queries.get(0);
    List<PageQuery.Count> others = queries.subList(1, queries.size());
    Map<String, @Nullable Object> known = kept.get(query, variables);
    if (known != null) {
      add(known, data);
    }
    if (known != null || System.nanoTime() > until) {
      add(others, data, then);
      return;
    }
    Consumer<Map<String, @Nullable Object>> counted =
        answer -> {
          if (!answer.isEmpty()) {
            kept.put(query, variables, answer);
            add(answer, data);
          }
          add(others, data, then);
        };
    Object newest = kept.revision();
    if (newest == null) {
      askThePast(query, counted);
      return;
    }
    ask(
        query.present(),
        answer -> {
          if (answer.isEmpty() || newest.equals(answer.remove(PageQuery.REVISIONS))) {
            counted.accept(answer);
          } else {
            // Somebody has written meanwhile.
            askThePast(query, counted);
          }
        });
  }

  private void askThePast(PageQuery.Count query, Consumer<Map<String, @Nullable Object>> counted) {
    ask(
        query.past(),
        answer -> counted.accept(answer.isEmpty() ? answer : Pages.members(answer.get("asOf"))));
  }

  /** Goes on with what is answered; with nothing where that is an error. */
  private void ask(String query, Consumer<Map<String, @Nullable Object>> then) {
    var unused =
        graphql
            .ask(context, query, variables)
            .thenAccept(
                result -> {
                  ResponseObject answer = result.getData();
                  then.accept(
                      answer != null && result.getErrors().isEmpty()
                          ? new HashMap<>(answer.plain())
                          : Map.of());
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
