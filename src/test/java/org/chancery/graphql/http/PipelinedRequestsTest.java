package org.chancery.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Vert.x is told, and when, on a connection with one request behind another. */
class PipelinedRequestsTest {

  private static final Object END = LastHttpContent.EMPTY_LAST_CONTENT;

  private final List<String> told = new ArrayList<>();

  private final EmbeddedChannel connection =
      new EmbeddedChannel(PipelinedRequests.inTheMiddleOfTheFirst(), new Recorder());

  /** Stands where the handler of Vert.x does. */
  private final class Recorder extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      told.add(
          message instanceof HttpRequest request
              ? request.uri()
              : message == END ? "end" : "content");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      told.add("closed");
    }
  }

  @Test
  void aRequestBehindAnotherWaitsUntilThatIsAnswered() {
    receive(END, request("/second"), END, request("/third"));
    assertEquals(List.of("end"), told);
    answer(HttpResponseStatus.OK);
    assertEquals(List.of("end", "/second", "end"), told);
    answer(HttpResponseStatus.OK);
    assertEquals(List.of("end", "/second", "end", "/third"), told);
  }

  @Test
  void theRestOfARequestThatWasAnsweredEarlyIsPassedOn() {
    answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    receive(content(), END, request("/second"));
    assertEquals(List.of("content", "end", "/second"), told);
  }

  @Test
  void anInterimResponseIsNoAnswer() {
    answer(HttpResponseStatus.CONTINUE);
    receive(END, request("/second"));
    assertEquals(List.of("end"), told);
  }

  @Test
  void aClientThatReadsNoAnswersHasNoMoreRequestsBegun() {
    receive(END);
    answer(HttpResponseStatus.OK);
    takesMore(false);
    receive(request("/second"), END);
    assertEquals(List.of("end"), told);
    takesMore(true);
    assertEquals(List.of("end", "/second", "end"), told);
  }

  @Test
  void nothingIsReadWhileManyAreHeldBack() {
    receive(END);
    for (int i = 0; i < 40; i++) {
      receive(request("/" + i), END);
    }
    assertFalse(connection.config().isAutoRead());
    for (int i = 0; i <= 40; i++) {
      answer(HttpResponseStatus.OK);
    }
    assertTrue(connection.config().isAutoRead());
    assertEquals(81, told.size());
  }

  /** Vert.x would neither answer it nor give its memory back. */
  @Test
  void whatComesBehindTheLastRequestIsForgotten() {
    ByteBuf early = Unpooled.buffer().writeByte('{');
    ByteBuf late = Unpooled.buffer().writeByte('{');
    DefaultHttpRequest last = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/last");
    last.headers().set("Connection", "close");
    receive(END, last, END, request("/behind"), new DefaultHttpContent(early));
    answer(HttpResponseStatus.OK);
    receive(new DefaultHttpContent(late));
    assertEquals(List.of("end", "/last", "end"), told);
    assertEquals(0, early.refCnt() + late.refCnt());
  }

  @Test
  void aRequestThatIsHeldBackIsForgottenWithItsConnection() {
    ByteBuf body = Unpooled.buffer().writeByte('{');
    receive(END, request("/second"), new DefaultHttpContent(body));
    connection.close().syncUninterruptibly();
    assertEquals(List.of("end", "closed"), told);
    assertEquals(0, body.refCnt());
  }

  /** As when the answer to the first is written by one thread while the connection closes. */
  @Test
  void halfARequestThatWasPassedOnAndNotBegunIsEnded() {
    receive(END);
    answer(HttpResponseStatus.OK);
    receive(request("/second"));
    connection.close().syncUninterruptibly();
    assertEquals(List.of("end", "/second", "end", "closed"), told);
  }

  @Test
  void halfARequestThatIsBeingAnsweredIsNotTakenForAWholeOne() {
    receive(content());
    connection.close().syncUninterruptibly();
    assertEquals(List.of("content", "closed"), told);
  }

  private void receive(Object... messages) {
    for (Object message : messages) {
      connection.writeInbound(message);
    }
  }

  private void answer(HttpResponseStatus status) {
    connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    connection.runPendingTasks();
  }

  private void takesMore(boolean isWritable) {
    connection.unsafe().outboundBuffer().setUserDefinedWritability(1, isWritable);
    connection.runPendingTasks();
  }

  private static HttpRequest request(String path) {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
  }

  private static DefaultHttpContent content() {
    return new DefaultHttpContent(Unpooled.buffer());
  }
}
