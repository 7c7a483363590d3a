package org.chancery.graphql.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Answers that take longer to make than a connection may be idle (quarkus.http.idle-timeout), which
 * Vert.x 4.5 closes while it waits for them.
 */
public final class LongAnswers {

  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);

  /** A sender who is gone is noticed by then. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** As quarkus.http.idle-timeout. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  private LongAnswers() {}

  /** Keeps a request's connection open while its answer is made. */
  public static void await(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.version() == HttpVersion.HTTP_2) {
      long timer =
          context
              .vertx()
              .setPeriodic(
                  BETWEEN_PINGS.toMillis(),
                  each -> request.connection().ping(Buffer.buffer(new byte[Long.BYTES])));
      RequestCompletion.of(context).then(answered -> context.vertx().cancelTimer(timer));
      return;
    }
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    setIdle(request, LONGEST);
  }

  /** From here on the answer is sent: however slowly it is read, it ends. */
  public static void begin(RoutingContext context) {
    long timer = context.vertx().setTimer(LONGEST.toMillis(), late -> HttpResponses.close(context));
    RequestCompletion.of(context).then(answered -> context.vertx().cancelTimer(timer));
    if (context.request().version() != HttpVersion.HTTP_2) {
      setIdle(context.request(), IDLE);
    }
  }

  private static void setIdle(HttpServerRequest request, Duration time) {
    ChannelHandlerContext channel = NettyChannel.of(request);
    channel
        .executor()
        .execute(
            () -> {
              ChannelHandlerContext idle = channel.pipeline().context(IdleStateHandler.class);
              if (idle != null) {
                channel
                    .pipeline()
                    .replace(
                        IdleStateHandler.class,
                        idle.name(),
                        new IdleStateHandler(0, 0, Math.toIntExact(time.toSeconds())));
              }
            });
  }
}
