package org.chancery.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code chancery health} asks the service that runs beside it whether it is ready: what an image
 * without a shell checks its health with.
 */
public final class HealthCommand {

  /** What it is called on the command line. */
  public static final String NAME = "health";

  private static final int DEFAULT_PORT = 9000;
  private static final int PATIENCE_MILLISECONDS = 4000;

  private HealthCommand() {}

  /**
   * Asks.
   *
   * @return the exit code: 0 where the service is ready, 1 where it is not or nobody answers
   */
  public static int run(Map<String, String> environment) {
    String port = environment.getOrDefault("QUARKUS_MANAGEMENT_PORT", "");
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.connect(
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(),
              port.isEmpty() ? DEFAULT_PORT : Integer.parseInt(port)),
          PATIENCE_MILLISECONDS);
      socket
          .getOutputStream()
          .write(
              "GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = answer.readLine();
      return status != null && status.contains(" 200 ") ? 0 : 1;
    } catch (IOException | NumberFormatException nobody) {
      return 1;
    }
  }
}
