package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers, caches and other sites' pages get. */
@QuarkusTest
class CachingTest {

  private static final String SMALL = "{ parties { totalCount } }";
  private static final String LARGE = "{ statements(first: 20) { nodes { text } } }";

  @TestHTTPResource("/graphql")
  URI endpoint;

  /** Nor under an alias, nor as a page. */
  @Test
  void whatNamesAnEditorIsNotForCachesThatManyShare() {
    get("{ revisions(last: 1) { nodes { who: editor } } }")
        .statusCode(200)
        .header("Cache-Control", "private, max-age=0");
    for (String path : List.of("/changes", "/topics/cop26/history", "/changes.atom")) {
      given()
          .accept("text/html")
          .get(path)
          .then()
          .statusCode(200)
          .header("Cache-Control", "private, max-age=0");
    }
    given()
        .get("/record/history")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, max-age=0");
  }

  @Test
  void aGetCanBeKeptAndAskedAboutByItsTag() {
    String tag =
        get(SMALL)
            .statusCode(200)
            .header("Cache-Control", "public, max-age=0")
            .header(
                "Vary", equalTo("Accept, Accept-Encoding, Accept-Datetime, Authorization, Origin"))
            .extract()
            .header("ETag");
    given()
        .queryParam("query", SMALL)
        .header("If-None-Match", "\"other\", " + tag)
        .get("/graphql")
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(equalTo(""));
    given()
        .queryParam("query", SMALL)
        .header("If-None-Match", "\"other\"", tag.substring("W/".length()))
        .get("/graphql")
        .then()
        .statusCode(304);
    given()
        .queryParam("query", "{ topics { totalCount } }")
        .header("If-None-Match", tag)
        .get("/graphql")
        .then()
        .statusCode(200);
  }

  @Test
  void anErrorIsNotKept() {
    get("{ nothing }").header("Cache-Control", "no-store").header("ETag", nullValue());
    get("{ statements(first: 0) { totalCount } }").header("Cache-Control", "no-store");
    get("{ parties { nothing } }").header("Cache-Control", "no-store");
  }

  @Test
  void aPostIsNotKept() {
    given()
        .contentType("application/json")
        .body(Map.of("query", SMALL))
        .post("/graphql")
        .then()
        .header("Cache-Control", "no-store")
        .header("ETag", nullValue());
  }

  /** Bytes as they come over the wire: clients that decompress by themselves do not show them. */
  @ParameterizedTest
  @CsvSource({
    "gzip, true",
    "'deflate, gzip;q=0.5', true",
    "*, true",
    "gzip;q=0, false",
    "identity, false",
    "br, false",
  })
  void aLargeAnswerIsCompressedForThoseWhoTakeIt(String accepted, boolean compressed)
      throws Exception {
    HttpResponse<byte[]> answer = post(LARGE, accepted);
    assertEquals(
        compressed, answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip"));
    byte[] body = answer.body();
    String text =
        new String(
            compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
            StandardCharsets.UTF_8);
    assertTrue(text.startsWith("{\"data\":{\"statements\""), text);
    assertTrue(!compressed || body.length < text.length() / 2);
  }

  @Test
  void aSmallAnswerIsNotCompressed() throws Exception {
    assertTrue(post(SMALL, "gzip").headers().firstValue("Content-Encoding").isEmpty());
  }

  private HttpResponse<byte[]> post(String query, String accepted)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", accepted)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build(),
            BodyHandlers.ofByteArray());
  }

  /** What a cache keeps for everybody depends on nothing that one of them sends beside it. */
  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, evil.example",
    "X-Forwarded-Proto, gopher",
    "X-Forwarded-Prefix, /evil",
    "Forwarded, host=evil.example",
    "X-Original-URL, /evil",
    "X-HTTP-Method-Override, POST",
    "X-Request-Id, evil",
    "Cookie, evil=1"
  })
  void whatIsKeptDependsOnNothingElse(String header, String value) {
    String query = "{ meetings { nodes { url } } }";
    String kept = get(query).statusCode(200).extract().asString();
    given()
        .header(header, value)
        .queryParam("query", query)
        .get("/graphql")
        .then()
        .statusCode(200)
        .body(equalTo(kept));
  }

  /**
   * Neither is a wrong password answered as nobody in particular, nor is an answer to somebody
   * kept.
   */
  @Test
  void whatSomebodyIsAnsweredIsKeptByNobody() {
    given()
        .auth()
        .preemptive()
        .basic("editor", "wrong")
        .queryParam("query", "{ me { name } }")
        .get("/graphql")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Basic realm=\"Chancery\", charset=\"UTF-8\""))
        .header("Cache-Control", equalTo("no-store"));
    given()
        .auth()
        .preemptive()
        .basic("editor", "editor")
        .queryParam("query", "{ me { name } }")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("data.me.name", equalTo("editor"));
  }

  @Test
  void aDocumentIsSentOnceAndThenNamed() throws NoSuchAlgorithmException {
    String query = "{ parties { totalCount } topics { totalCount } }";
    Map<String, Object> named =
        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(query)));
    post(Map.of("extensions", named))
        .statusCode(200)
        .body("errors[0].message", equalTo("PersistedQueryNotFound"))
        .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    post(Map.of("query", query, "extensions", named)).body("data.parties.totalCount", equalTo(6));
    post(Map.of("extensions", named)).body("data.parties.totalCount", equalTo(6));
    post(Map.of("documentId", "sha256:" + sha256(query)))
        .body("data.parties.totalCount", equalTo(6));
    given()
        .queryParam(
            "extensions",
            "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + sha256(query) + "\"}}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Cache-Control", startsWith("public"))
        .body("data.topics.totalCount", equalTo(7));
  }

  @Test
  void aDocumentWithAnotherHashIsRefused() throws NoSuchAlgorithmException {
    post(Map.of(
            "query",
            SMALL,
            "extensions",
            Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(LARGE)))))
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    post(Map.of("documentId", "md5:abc"))
        .statusCode(400)
        .body("errors[0].message", containsString("sha256:"));
    post(Map.of("documentId", 7)).statusCode(400);
  }

  /** However many documents a client sends, a hundred are kept: those that are asked for. */
  @Test
  void theStoreIsBounded() throws NoSuchAlgorithmException {
    String asked = "{ __typename } # asked for";
    persist(asked);
    int kept = 0;
    for (int i = 0; i < 200; i++) {
      persist("{ __typename } # " + i);
      assertTrue(isKept(asked), i + " others were sent");
    }
    for (int i = 0; i < 200; i++) {
      kept += isKept("{ __typename } # " + i) ? 1 : 0;
    }
    assertTrue(kept < 100, kept + " of the others are kept");
    assertTrue(kept > 50, kept + " of the others are kept");
  }

  private static boolean isKept(String query) throws NoSuchAlgorithmException {
    return !post(Map.of("documentId", "sha256:" + sha256(query)))
        .extract()
        .asString()
        .contains("PERSISTED_QUERY_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ nothing }", "{", "{ parties(first: 101) { totalCount } }"})
  void whatCannotBeRunIsNotKept(String query) throws NoSuchAlgorithmException {
    persist(query);
    Response answer =
        given()
            .contentType("application/json")
            .body(Map.of("documentId", "sha256:" + sha256(query)))
            .post("/graphql");
    // What is run and fails at a field has data, and is kept.
    assertEquals(
        query.contains("101"),
        !answer.asString().contains("PERSISTED_QUERY_NOT_FOUND"),
        answer::asString);
  }

  private static void persist(String query) throws NoSuchAlgorithmException {
    post(
        Map.of(
            "query",
            query,
            "extensions",
            Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(query)))));
  }

  @Test
  void pagesOfOtherOriginsReadOnlyWhereTheOperatorNamesThem() {
    given()
        .header("Origin", "https://elsewhere.example")
        .queryParam("query", SMALL)
        .get("/graphql")
        .then()
        .statusCode(403)
        .header("Vary", containsString("origin"))
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://named.example")
        .queryParam("query", SMALL)
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://named.example")
        .header("Access-Control-Expose-Headers", "etag,retry-after,x-request-id");
    given()
        .header("Origin", "https://named.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type")
        .options("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://named.example")
        .header("Access-Control-Allow-Methods", containsString("POST"));
  }

  private static ValidatableResponse get(String query) {
    return given().queryParam("query", query).get("/graphql").then();
  }

  private static ValidatableResponse post(Map<String, Object> request) {
    return given().contentType("application/json").body(request).post("/graphql").then();
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
