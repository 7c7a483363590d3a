package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;

/** A service that was built for a path below the root has all of its own there, and only there. */
@QuarkusTest
@TestProfile(RootPathTest.BelowTheRoot.class)
class RootPathTest {

  private static final String MEETING = "meetings/2021-09-01-wang-kerry";

  @TestHTTPResource("/")
  URI root;

  public static class BelowTheRoot implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.root-path", "/records/chancery");
    }
  }

  @Test
  void addressesAreBelowIt() throws Exception {
    String url = "/records/chancery/" + MEETING;
    HttpResponse<String> answer =
        get(root.resolve("graphql?query=%7Bmeeting(key:%222021-09-01-wang-kerry%22)%7Burl%7D%7D"));
    assertEquals("{\"data\":{\"meeting\":{\"url\":\"" + url + "\"}}}", answer.body());
    answer = get(root.resolve(url));
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"@id\":\"" + url + "\""), answer.body());
  }

  @Test
  void everyLinkOfTheFirstPageLeadsSomewhere() throws Exception {
    List<String> links =
        Pattern.compile("(?:href|src)=\"([^\"]+)\"")
            .matcher(get(root).body())
            .results()
            .map((MatchResult link) -> link.group(1))
            .filter(link -> !link.startsWith("http") && !link.startsWith("data:"))
            .toList();
    assertTrue(links.size() > 5, links::toString);
    for (String link : links) {
      assertEquals(200, get(root.resolve(link)).statusCode(), link);
    }
  }

  @Test
  void aPageLeadsToGraphiql() throws Exception {
    URI address = root.resolve(MEETING);
    HttpResponse<String> page = get(address, "text/html");
    assertEquals(200, page.statusCode());
    Matcher link = Pattern.compile("href=\"([^\"]*graphql-ui[^\"]*)\"").matcher(page.body());
    assertTrue(link.find(), page.body());
    HttpResponse<String> graphiql = get(address.resolve(link.group(1).replace("&amp;", "&")));
    assertEquals(200, graphiql.statusCode());
    assertTrue(
        graphiql.headers().firstValue("Content-Security-Policy").orElse("").contains("script-src"));
  }

  @Test
  void aPageThatIsNotThereLeadsBack() throws Exception {
    for (String path : List.of("nothing", "no/such/thing", "meetings/nothing")) {
      URI address = root.resolve(path);
      HttpResponse<String> page = get(address, "text/html");
      assertEquals(404, page.statusCode());
      Matcher style = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]*)\"").matcher(page.body());
      assertTrue(style.find(), page.body());
      assertEquals(200, get(address.resolve(style.group(1))).statusCode(), path);
    }
  }

  @Test
  void nothingIsAtTheRoot() throws Exception {
    assertEquals(404, get(root.resolve("/graphql?query=%7B__typename%7D")).statusCode());
    assertEquals(404, get(root.resolve("/" + MEETING)).statusCode());
  }

  @Test
  void noWebSocketIsOpened() throws Exception {
    for (String path : List.of("graphql", "graphql/")) {
      try (Socket client = new Socket(root.getHost(), root.getPort())) {
        client
            .getOutputStream()
            .write(
                Wire.request(
                        "GET " + root.getPath() + path,
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = Wire.read(client);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      }
    }
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return get(address, "*/*");
  }

  private static HttpResponse<String> get(URI address, String accepted) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Accept", accepted).build(),
            BodyHandlers.ofString());
  }
}
