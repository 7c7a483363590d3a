package org.chancery.graphql.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Answers that take longer to make than a connection may be idle (quarkus.http.idle-timeout), which
 * Vert.x 4.5 closes while it waits for them.
 */
public final class LongAnswers {

  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(20);

  private LongAnswers() {}

  /** Keeps a request's connection open until it is answered. */
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
    ChannelPipeline pipeline =
        ((ConnectionBase) request.connection()).channelHandlerContext().pipeline();
    if (pipeline.get(IdleStateHandler.class) != null) {
      pipeline.remove(IdleStateHandler.class);
    }
  }
}
