package org.chancery.graphql.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;

/** The HTTP methods of a path: a handler for those it allows, and a response to all others. */
public final class Methods {

  private Methods() {}

  /** Answers GET and HEAD with the handler, and says so to everything else. */
  public static void get(Router router, String path, int order, Handler<RoutingContext> handler) {
    router.route(path).order(order).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    refuseOthers(
        router, path, order + 1, "This address is there to be read: ask with GET.", "GET", "HEAD");
  }

  /**
   * Answers what the handlers before leave.
   *
   * @param message what to do instead
   * @param allowed the methods that they answer
   */
  public static void refuseOthers(
      Router router, String path, int order, String message, String... allowed) {
    router
        .route(path)
        .order(order)
        .handler(
            context -> {
              context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
              if (context.request().method().equals(HttpMethod.OPTIONS)) {
                context.response().setStatusCode(204).end();
              } else {
                HttpResponses.refuse(
                    context, 405, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, message));
              }
            });
  }
}
