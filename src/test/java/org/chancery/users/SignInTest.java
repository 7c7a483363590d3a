package org.chancery.users;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;

/** Nobody can try passwords for long, and nobody can lock somebody else out. */
@QuarkusTest
class SignInTest {

  @TestHTTPResource("/graphql")
  URI endpoint;

  @Test
  void wrongPasswordsAreLimitedByAddressAndByName() throws Exception {
    // Who works from here is known.
    assertAnswered(71, "editor", "editor", "200");
    for (int i = 0; i < 10; i++) {
      // Other tests may have used some of the ten of this name.
      String answer = answer(72, "editor", "wrong-" + i);
      assertTrue(answer.startsWith(i == 0 ? "HTTP/1.1 401" : "HTTP/1.1 4"), answer);
    }
    assertAnswered(72, "editor", "editor", "429");
    for (int i = 0; i < 10; i++) {
      assertAnswered(72, "anybody-" + i, "else", "4");
    }
    assertAnswered(72, "somebody", "else", "429");
    assertAnswered(73, "editor", "editor", "429");
    assertAnswered(73, "somebody", "else", "401");
    assertAnswered(71, "editor", "editor", "200");
    // Which does not end it for others.
    assertAnswered(73, "editor", "editor", "429");
    assertAnswered(72, "editor", "editor", "429");
  }

  private void assertAnswered(int client, String name, String password, String status)
      throws Exception {
    String answer = answer(client, name, password);
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  private String answer(int client, String name, String password) throws Exception {
    String body = "{\"query\": \"{ me { name } }\"}";
    String credentials =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    try (Socket socket = Wire.connect(client, endpoint.getPort())) {
      socket
          .getOutputStream()
          .write(
              Wire.post(
                  body, "Authorization: Basic " + credentials, "Content-Length: " + body.length()));
      return Wire.read(socket);
    }
  }
}
