package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.BehindAProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that is trusted takes a path away, and tells which: addresses have it again. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class ForwardedPrefixTest {

  private static final String MEETING = "/meetings/2021-09-01-wang-kerry";

  @ParameterizedTest
  @CsvSource({"/records, /records", "/records/, /records", "/a/b-c, /a/b-c"})
  void addressesHaveIt(String header, String prefix) {
    given()
        .header("X-Forwarded-Prefix", header)
        .queryParam("query", "{ meeting(key: \"2021-09-01-wang-kerry\") { url } }")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.meeting.url", equalTo(prefix + MEETING));
    given()
        .header("X-Forwarded-Prefix", header)
        .get(MEETING)
        .then()
        .statusCode(200)
        .body("'@id'", equalTo(prefix + MEETING));
    given()
        .header("X-Forwarded-Prefix", header)
        .header("X-Forwarded-Proto", "https")
        .accept("text/html")
        .get(MEETING)
        .then()
        .statusCode(200)
        .header(
            "Link",
            startsWith("<https://localhost" + prefix + MEETING + "?asOf=1>; rel=\"cite-as\""));
  }

  /** Told before a request has a thread of its own. */
  @Test
  void whereTheApiIsHasIt() {
    for (String prefix : new String[] {"/records", ""}) {
      given()
          .header("X-Forwarded-Prefix", prefix)
          .accept("text/html")
          .get("/")
          .then()
          .statusCode(200)
          .body(containsString(">" + prefix + "/graphql<"));
      given()
          .header("X-Forwarded-Prefix", prefix)
          .get("/nothing-here")
          .then()
          .statusCode(404)
          .body(containsString("the API is at " + prefix + "/graphql."));
    }
  }

  @Test
  void theNextRequestHasNone() {
    for (String header : new String[] {"/records", ""}) {
      given()
          .header("X-Forwarded-Prefix", header)
          .get(MEETING)
          .then()
          .statusCode(200)
          .body("'@id'", equalTo(header + MEETING));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\"b", "/a b", "/<a>"})
  void whatCanBeInNoAddressIsRefused(String header) {
    given().header("X-Forwarded-Prefix", header).get(MEETING).then().statusCode(400);
  }

  /** What is no path goes into no address. */
  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://evil.example", "/../..", "/a;b", "/."})
  void whatIsNoPathIsLeftOut(String header) {
    given()
        .header("X-Forwarded-Prefix", header)
        .get(MEETING)
        .then()
        .statusCode(200)
        .body("'@id'", equalTo(MEETING));
    given()
        .header("X-Forwarded-Prefix", header)
        .accept("text/html")
        .get(MEETING)
        .then()
        .statusCode(200)
        .header("Link", matchesPattern("<https?://[a-z0-9.:]+" + MEETING + "[?]asOf=1>; .*"));
  }
}
