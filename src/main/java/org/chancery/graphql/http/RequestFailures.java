package org.chancery.graphql.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Answers what fails in a request before or beside its operation. A client's mistake is reported to
 * it alone; only a fault of ours is logged.
 */
@ApplicationScoped
class RequestFailures {

  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  /** Before Quarkus' own 404, which lets a request body go on for ever. */
  private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE - 1;

  private final Limits limits;
  private final RootPath rootPath;

  RequestFailures(Limits limits, RootPath rootPath) {
    this.limits = limits;
    this.rootPath = rootPath;
  }

  void register(@Observes Router router) {
    watch(router);
    router.route().order(AFTER_ALL_OTHERS).handler(context -> context.fail(404));
  }

  private void watch(Router router) {
    router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::answer);
  }

  /** There too, what clients do to their connections is no fault of ours. */
  void register(@Observes ManagementInterface management) {
    watch(management.router());
  }

  private void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (HttpResponses.isGone(context) || isGone(failure)) {
      return;
    }
    RequestCompletion.watched(context);
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    switch (status) {
      case 413 ->
          HttpResponses.refuse(context, status, MediaTypes.JSON, Errors.of(tooLarge(context)));
      case 417 ->
          refuse(context, status, "The only expectation that can be met is \"100-continue\".");
      default -> {
        if (status >= 500 && !isMalformed(failure)) {
          HttpResponses.refuse(
              context,
              status,
              MediaTypes.JSON,
              Errors.of(failure == null ? new IllegalStateException("HTTP " + status) : failure));
        } else {
          refuse(
              context,
              status >= 500 ? 400 : status,
              status == 404
                  ? "Nothing is here: the API is at %s."
                      .formatted(rootPath.pathOf(context.request(), GraphqlRoute.PATH))
                  : "The request is not as HTTP has it.");
        }
      }
    }
  }

  private static void refuse(RoutingContext context, int status, String message) {
    HttpResponses.refuse(
        context, status, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, message));
  }

  /** Whether the client closed its connection, broke it off, or its stream. */
  private static boolean isGone(@Nullable Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof StreamResetException
        || failure instanceof IOException;
  }

  /** Whether what came could not be read as HTTP. */
  private static boolean isMalformed(@Nullable Throwable failure) {
    return failure != null && failure.getClass().getName().startsWith("io.netty.handler.codec.");
  }

  /** A chunked body has no declared length. */
  private RequestException tooLarge(RoutingContext context) {
    long maximum = limits.body().asLongValue();
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return RequestException.beyondLimit(
        "body bytes", length == null ? maximum + 1 : Long.parseLong(length), maximum);
  }
}
