package org.chancery.graphql.http;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** What Vert.x keeps to itself: where a request comes from, as Netty has it. */
final class NettyChannel {

  private NettyChannel() {}

  /** Its executor is the client's event loop. */
  static ChannelHandlerContext of(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channelHandlerContext();
  }
}
