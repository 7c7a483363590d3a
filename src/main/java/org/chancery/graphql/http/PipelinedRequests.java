package org.chancery.graphql.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds back pipelined requests (RFC 9112, 9.3.2) until earlier ones are answered and the client
 * has read most of the responses. Otherwise a client that never reads would have the responses to
 * any number of requests kept in memory.
 *
 * <p>Vert.x 4.5 accepts such a request at once. When the connection closes or sends what cannot be
 * parsed, it fails on the request that it has not begun to answer, and does not notify the one
 * being answered, which then runs for nobody. Remove once Vert.x bounds what it accepts.
 */
final class PipelinedRequests extends ChannelDuplexHandler {

  private static final String NAME = PipelinedRequests.class.getSimpleName();

  /** What Vert.x calls its own handler, which stands last. */
  private static final String VERTX = "handler";

  /**
   * Parts of requests that are held back before reading stops. Until then a client that goes away
   * is noticed.
   */
  private static final int MOST_HELD = 16;

  private final Deque<Object> held = new ArrayDeque<>();

  /** Whether the last request that was passed on is answered. */
  private boolean answered;

  /** Whether Vert.x has begun to answer it. */
  private boolean begun;

  /** Whether more of it is to come. */
  private boolean unfinished;

  /** Whether Vert.x closes the connection after it, and discards what comes behind it. */
  private boolean last;

  /** Whether reading was stopped here, and not by Vert.x. */
  private boolean stopped;

  /** Stands in the pipeline from the first request of a connection on. */
  static void watch(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    ChannelPipeline pipeline = NettyChannel.of(request).pipeline();
    PipelinedRequests watching = (PipelinedRequests) pipeline.get(NAME);
    if (watching != null) {
      watching.begun = true;
    } else if (pipeline.get(VERTX) != null) {
      PipelinedRequests first = inTheMiddleOfTheFirst();
      first.last = !isKeptAlive(request);
      pipeline.addBefore(VERTX, NAME, first);
    }
  }

  /** As Vert.x decides it. */
  private static boolean isKeptAlive(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        ? !request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)
        : request.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.KEEP_ALIVE, true);
  }

  static PipelinedRequests inTheMiddleOfTheFirst() {
    PipelinedRequests handler = new PipelinedRequests();
    handler.begun = true;
    handler.unfinished = true;
    return handler;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (last && !unfinished) {
      // Vert.x would discard it as well, but not give its memory back.
      ReferenceCountUtil.release(message);
    } else if (held.isEmpty() && mayPass(context, message)) {
      pass(context, message);
    } else {
      held.add(message);
      if (held.size() >= MOST_HELD && context.channel().config().isAutoRead()) {
        context.channel().config().setAutoRead(false);
        stopped = true;
      }
    }
  }

  private boolean mayPass(ChannelHandlerContext context, Object message) {
    return !(message instanceof HttpRequest) || (answered && context.channel().isWritable());
  }

  private void pass(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      // Also one that could not be read and is whole by that: Vert.x takes it for a beginning.
      last = !HttpUtil.isKeepAlive(request);
      answered = false;
      begun = false;
      unfinished = true;
    } else if (message instanceof LastHttpContent last) {
      if (!last.decoderResult().isSuccess()) {
        // Vert.x reports it to every request of the connection.
        endWhatIsNotBegun(context);
      }
      unfinished = false;
    }
    context.fireChannelRead(message);
  }

  private void passHeld(ChannelHandlerContext context) {
    boolean passed = false;
    while (!held.isEmpty() && mayPass(context, held.element())) {
      pass(context, held.remove());
      passed = true;
    }
    if (passed) {
      // Vert.x flushes only then.
      context.fireChannelReadComplete();
    }
    if (last && !unfinished) {
      releaseHeld();
    }
    if (stopped && held.size() < MOST_HELD) {
      stopped = false;
      context.channel().config().setAutoRead(true);
    }
  }

  private void releaseHeld() {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Vert.x reports it to every request of the connection.
    endWhatIsNotBegun(context);
    context.fireExceptionCaught(cause);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      answered = true;
      begun = true;
      passHeldLater(context);
    }
    var unused = context.write(message, promise);
  }

  /** Such as 100 Continue, after which the answer is still to come. */
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    passHeldLater(context);
  }

  /** Later, because Vert.x has yet to record its response as sent, and not reentrantly. */
  private void passHeldLater(ChannelHandlerContext context) {
    if (!held.isEmpty()) {
      context.executor().execute(() -> passHeld(context));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    releaseHeld();
    endWhatIsNotBegun(context);
    context.fireChannelInactive();
  }

  /** Ends a request that waits behind a response which was written already. */
  private void endWhatIsNotBegun(ChannelHandlerContext context) {
    if (unfinished && !begun) {
      unfinished = false;
      context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }
}
