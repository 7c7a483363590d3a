package org.chancery.graphql.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds back requests that a client sends before it has the answers to earlier ones (RFC 9112,
 * 9.3.2), until those are answered and their client has read most of what waits for it. Else a
 * client that never reads would have the answers to any number of requests kept in memory.
 *
 * <p>Vert.x 4.5 takes in such a request at once. When the connection closes, or what it sends
 * cannot be read, it fails on the request that it has not begun to answer, and does not tell the
 * one that it does answer, which is then worked on for nobody. Could go when Vert.x bounds what it
 * takes in.
 */
final class PipelinedRequests extends ChannelDuplexHandler {

  private static final String NAME = PipelinedRequests.class.getSimpleName();

  /** What Vert.x calls its own handler, which stands last. */
  private static final String VERTX = "handler";

  /**
   * Parts of requests that may be held back before nothing more is read. Until then a client that
   * goes away is noticed.
   */
  private static final int MOST_HELD = 16;

  private final Deque<Object> held = new ArrayDeque<>();

  /** Whether the last request that was passed on is answered. */
  private boolean answered;

  /** Whether Vert.x has begun to answer it. */
  private boolean begun;

  /** Whether more of it is to come. */
  private boolean unfinished;

  private boolean readHeldBack;

  /** Stands in the pipeline from the first request of a connection on. */
  static void watch(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    ChannelPipeline pipeline =
        ((ConnectionBase) request.connection()).channelHandlerContext().pipeline();
    PipelinedRequests watching = (PipelinedRequests) pipeline.get(NAME);
    if (watching != null) {
      watching.begun = true;
    } else if (pipeline.get(VERTX) != null) {
      pipeline.addBefore(VERTX, NAME, inTheMiddleOfTheFirst());
    }
  }

  static PipelinedRequests inTheMiddleOfTheFirst() {
    PipelinedRequests handler = new PipelinedRequests();
    handler.begun = true;
    handler.unfinished = true;
    return handler;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (held.isEmpty() && mayPass(context, message)) {
      pass(context, message);
    } else {
      held.add(message);
    }
  }

  private boolean mayPass(ChannelHandlerContext context, Object message) {
    return !(message instanceof HttpRequest) || (answered && context.channel().isWritable());
  }

  private void pass(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      // Also one that could not be read and is whole by that: Vert.x takes it for a beginning.
      answered = false;
      begun = false;
      unfinished = true;
    } else if (message instanceof LastHttpContent last) {
      if (!last.decoderResult().isSuccess()) {
        // Of which Vert.x tells every request of the connection.
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
      // Vert.x sends nothing off before.
      context.fireChannelReadComplete();
    }
    if (readHeldBack && held.size() < MOST_HELD) {
      readHeldBack = false;
      context.read();
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (held.size() < MOST_HELD) {
      context.read();
    } else {
      readHeldBack = true;
    }
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

  /** Not while Vert.x is about to note that it has answered, or in the middle of another such. */
  private void passHeldLater(ChannelHandlerContext context) {
    if (!held.isEmpty()) {
      context.executor().execute(() -> passHeld(context));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
    endWhatIsNotBegun(context);
    context.fireChannelInactive();
  }

  /** Of a request that waits for the end of another one's answer, which was written already. */
  private void endWhatIsNotBegun(ChannelHandlerContext context) {
    if (unfinished && !begun) {
      unfinished = false;
      context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }
}
