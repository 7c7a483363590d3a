package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint makes of HTTP requests. */
@QuarkusTest
class HttpTest {

  private static final String QUERY = "{ parties { totalCount } }";

  @TestHTTPResource("/graphql")
  URI endpoint;

  @Test
  void aQueryCanBePosted() {
    given()
        .contentType("application/json")
        .body(Map.of("query", QUERY))
        .post("/graphql")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .body("data.parties.totalCount", equalTo(6))
        .body("errors", nullValue());
  }

  @Test
  void aQueryCanBeGotten() {
    given()
        .queryParam(
            "query",
            "query A($k: String!) { party(key: $k) { name } } query B { topics { totalCount } }")
        .queryParam("operationName", "A")
        .queryParam("variables", "{\"k\": \"CN\"}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.party.name", equalTo("China"));
  }

  @Test
  void aPlusInAGottenQueryIsWhatTheUrlSays() {
    given()
        .queryParam("query", "{ party(key: \"a+b%20c\") { name } }")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.party", nullValue());
  }

  @Test
  void theNewerMediaTypeIsGivenToThoseWhoAskForIt() {
    given()
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(Map.of("query", QUERY))
        .post("/graphql")
        .then()
        .contentType(startsWith("application/graphql-response+json"));
  }

  @Test
  void thoseWhoKnowTheNewerMediaTypeAreToldByTheStatus() {
    given()
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(Map.of("query", "{ nothing }"))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"));
  }

  @Test
  void whoAcceptsNeitherMediaTypeIsToldSo() {
    given()
        .contentType("application/json")
        .accept("text/html")
        .body(Map.of("query", QUERY))
        .post("/graphql")
        .then()
        .statusCode(406);
  }

  /** As RFC 9110 reads them: types have no case, a weight of 0 means no, lines make one list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Application/GraphQL-Response+JSON | application/graphql-response+json",
        "application/graphql-response+json;q=0, application/json | application/json",
        "text/html / application/graphql-response+json | application/graphql-response+json",
        "application/json;q=0.5, application/graphql-response+json | application/graphql-response+json",
        "*/* | application/json",
        "application/json;q=0, */* | application/graphql-response+json",
      })
  void theAnswerHasTheTypeThatIsAccepted(String lines, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + QUERY + "\"}"));
    for (String line : lines.split(" / ", -1)) {
      request.header("Accept", line);
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertEquals(
        type + ";charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", " null ", "{}"})
  void aGetMayHaveNoVariables(String none) {
    given()
        .queryParam("query", QUERY)
        .queryParam("variables", none)
        .queryParam("extensions", none)
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue());
  }

  @Test
  void aGetMayBeLong() {
    given()
        .queryParam("query", QUERY + " #" + "x".repeat(12_000))
        .get("/graphql")
        .then()
        .statusCode(200);
  }

  @Test
  void aMutationIsNeverGotten() {
    given()
        .queryParam("query", "query A { parties { totalCount } } mutation B { __typename }")
        .queryParam("operationName", "B")
        .get("/graphql")
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "HEAD"})
  void nothingIsAskedInAnotherWay(String method) {
    given()
        .contentType("application/json")
        .body(Map.of("query", QUERY))
        .request(method, "/graphql")
        .then()
        .statusCode(405)
        .header("Allow", "GET, POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "\"query\"",
        "{\"query\": 1}",
        "{\"query\": \"\"}",
        "{\"query\": null}",
        "{}",
        "{\"query\": \"{ parties { totalCount } }\", \"variables\": []}",
        "{\"query\": \"{ parties { totalCount } }\", \"operationName\": 1}",
      })
  void aBodyThatIsNoRequestIsAnsweredWithWhatToSend(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("data", nullValue());
  }

  /** GraphiQL sets the header twice, which a browser sends as one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=UTF-8",
        "application/json, application/json",
        "application/json; profile=\"x\"",
        "application/json;profile=x; charset=\"utf-8\"",
      })
  void aBodyOfJsonIsRead(String contentType) throws Exception {
    assertEquals(200, post(contentType).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json, text/plain",
        "text/plain, application/json",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/json; profile=x; charset=utf-16",
        ",",
      })
  void aBodyOfAnotherTypeIsNotRead(String contentType) throws Exception {
    assertEquals(415, post(contentType).statusCode());
  }

  private HttpResponse<String> post(String contentType) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + QUERY + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aBodyOfPlainTextIsToldWhatToSend() {
    given()
        .contentType("text/plain")
        .body("{\"query\": \"" + QUERY + "\"}")
        .post("/graphql")
        .then()
        .statusCode(415)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
  }

  /** What another site's page can make a browser send without asking us first. */
  @Test
  void aBodyWithoutATypeIsNotRead() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(endpoint)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + QUERY + "\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(415, answer.statusCode());
    assertTrue(answer.body().contains("BAD_REQUEST"), answer.body());
  }

  @Test
  void aBodyMayBeAsLargeAsTheLimit() {
    postBody(256 * 1024).statusCode(200).body("data.parties.totalCount", equalTo(6));
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    postBody(256 * 1024 + 1)
        .statusCode(413)
        .body(
            "errors[0].message",
            equalTo(
                "The body has 262145 bytes or more; the limit is 262144. Ask for less at once."))
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.limit", equalTo("body bytes"))
        .body("errors[0].extensions.size", equalTo(262145));
  }

  private static ValidatableResponse postBody(int bytes) {
    String request = "{\"query\": \"" + QUERY + "\"}";
    return given()
        .contentType("application/json")
        .body(request + " ".repeat(bytes - request.length()))
        .post("/graphql")
        .then();
  }
}
