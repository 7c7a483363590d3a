package org.chancery.graphql.http;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Actions that run once when a request is over: because its response was sent, or because its
 * client is gone.
 *
 * <p>Vert.x has one end and one close handler for a response. At the endpoint SmallRye GraphQL 2.17
 * sets both for itself, so that Vert.x Web's are not called; ours is set once more after it.
 */
final class RequestCompletion {

  private static final String KEY = RequestCompletion.class.getName();

  private final Deque<Consumer<Boolean>> actions = new ArrayDeque<>();
  private boolean over;
  private boolean answered;

  private RequestCompletion() {}

  static RequestCompletion watch(RoutingContext context) {
    RequestCompletion end = new RequestCompletion();
    context.put(KEY, end);
    context.addBodyEndHandler(sent -> end.over(true));
    end.watchForTheClient(context);
    return end;
  }

  /** Of a request that may have failed before anybody watched it. */
  static RequestCompletion watched(RoutingContext context) {
    RequestCompletion end = context.get(KEY);
    return end == null ? watch(context) : end;
  }

  /** Where another handler may have taken the place of ours. */
  RequestCompletion watchForTheClient(RoutingContext context) {
    context.response().closeHandler(gone -> over(context.response().ended()));
    return this;
  }

  /** Of a request that is watched. */
  static RequestCompletion of(RoutingContext context) {
    return Objects.requireNonNull(context.<RequestCompletion>get(KEY));
  }

  /**
   * Adds an action; the last one added runs first, and at once where the request is over already.
   *
   * @param action gets whether the response was sent
   */
  void then(Consumer<Boolean> action) {
    synchronized (this) {
      if (!over) {
        actions.push(action);
        return;
      }
    }
    action.accept(answered);
  }

  private void over(boolean sent) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      answered = sent;
    }
    actions.forEach(action -> action.accept(sent));
  }
}
