package org.chancery.graphql.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a request that was sent behind another one, when its connection closes before all of it is
 * here, or the rest of it cannot be read.
 *
 * <p>Vert.x 4.5 would tell that request first that its client is gone, and fail, because it has not
 * begun to answer it; the one that it does answer is then never told, and worked on for nobody.
 * Could go when Vert.x knows of a request that has no response yet.
 */
final class PipelinedRequests extends ChannelDuplexHandler {

  private static final String NAME = PipelinedRequests.class.getSimpleName();

  /** What Vert.x calls its own handler, which stands last. */
  private static final String VERTX = "handler";

  /** Those that have begun and are not answered, with the one that the handler was added for. */
  private int unanswered = 1;

  /** Whether more of the last of them is to come. */
  private boolean unfinished = true;

  private PipelinedRequests() {}

  /** From the first request of a connection on; others change nothing. */
  static void watch(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    ChannelPipeline pipeline =
        ((ConnectionBase) request.connection()).channelHandlerContext().pipeline();
    if (pipeline.get(NAME) == null && pipeline.get(VERTX) != null) {
      pipeline.addBefore(VERTX, NAME, new PipelinedRequests());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      // Also one that could not be read and is whole by that: Vert.x takes it for a beginning.
      unanswered++;
      unfinished = true;
    } else if (message instanceof LastHttpContent last) {
      if (!last.decoderResult().isSuccess()) {
        // Of which Vert.x tells every request of the connection.
        endTheUnfinished(context);
      }
      unfinished = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      unanswered--;
    }
    var unused = context.write(message, promise);
  }

  /** Such as 100 Continue, after which the answer is still to come. */
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    endTheUnfinished(context);
    context.fireChannelInactive();
  }

  private void endTheUnfinished(ChannelHandlerContext context) {
    if (unfinished && unanswered > 1) {
      context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }
}
