package org.chancery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** HTTP as it is on the wire, for what clients of a library never do. */
public final class Wire {

  /** What a client that waits is told when its body may come. */
  public static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  private Wire() {}

  /** A request for the endpoint that runs a query, which has no quotation marks. */
  public static byte[] post(String query) {
    String body = "{\"query\": \"" + query + "\"}";
    return post(body, "Content-Length: " + body.length());
  }

  /** A request for the endpoint, or the beginning of one. */
  public static byte[] post(String body, String... headers) {
    return ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A request without a body. */
  public static String request(String line, String... headers) {
    return line
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
  }

  /** The beginning of a request whose client waits to be told that its body may come. */
  public static byte[] begin(String... headers) {
    return post("", String.join("\r\n", headers), "Expect: 100-continue");
  }

  /**
   * A connection of a client that has an address of its own on this machine, which Linux has
   * without being told.
   *
   * @param number of the client, from 1 to 250
   */
  public static Socket connect(int number, int port) throws IOException {
    Socket client = new Socket();
    client.bind(new InetSocketAddress(address(number), 0));
    client.connect(new InetSocketAddress(address(1), port));
    return client;
  }

  private static InetAddress address(int number) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
  }

  /**
   * Waits for the beginning of an answer, with all of it where it is short.
   *
   * @return nothing where the connection was closed instead
   */
  public static String read(Socket client) throws IOException {
    byte[] answer = new byte[10_000];
    try {
      int length = client.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }
}
