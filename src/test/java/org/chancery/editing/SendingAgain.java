package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.chancery.EachStatement;
import org.chancery.graphql.http.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mutations that are sent again with their Idempotency-Key. */
abstract class SendingAgain {

  private static final String RECORD =
      "mutation($name: String!, $try: Boolean) { recordTopic(input: {name: $name}, validateOnly: $try) {"
          + " topic { id key createdAt } revision { number } userErrors { field code } } }";

  @Inject DataSource database;

  @AfterEach
  void watchNoLonger() {
    EachStatement.letGo();
  }

  @Test
  void theSameRequestIsCarriedOutOnceAndAnsweredAlike() {
    String first = send("a", "Sent again").then().statusCode(200).extract().asString();
    assertTrue(first.contains("\"key\":\"sent-again\""), first);
    assertEquals(first, send("\"a\"", "Sent again").asString());
    assertEquals(1, topics("again"));
    // Without the key, or with another, it is another request.
    assertTrue(send(null, "Sent again").asString().contains("\"key\":\"sent-again-2\""));
    assertTrue(send("b", "Sent again").asString().contains("\"key\":\"sent-again-3\""));
    assertEquals(3, topics("again"));
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() {
    send("c", "One thing").then().statusCode(200);
    send("c", "Another thing")
        .then()
        .statusCode(422)
        .body("errors[0].extensions.code", equalTo("IDEMPOTENCY_KEY_REUSED"))
        .body("data", equalTo(null));
    assertEquals(0, topics("another"));
    given()
        .auth()
        .preemptive()
        .basic("editor", "editor")
        .header("Idempotency-Key", "no key")
        .contentType("application/json")
        .body(Map.of("query", RECORD, "variables", Map.of("name", "Nothing")))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("Idempotency-Key"));
  }

  @Test
  void whatWroteNothingIsTriedAgain() {
    String name = "Tried at first";
    assertTrue(send("d", name, true).asString().contains("tried-at-first"));
    assertEquals(0, topics("tried"));
    EachStatement.watch(
        (number, sql) -> sql.contains("kept_answer") ? "select nothing from nowhere" : sql);
    assertTrue(send("e", name).asString().contains("INTERNAL_SERVER_ERROR"));
    EachStatement.letGo();
    assertEquals(0, topics("tried"));
    assertTrue(send("e", name).asString().contains("\"key\":\"tried-at-first\""));
    assertEquals(1, topics("tried"));
  }

  @Test
  void oneThatStillRunsIsNotBegunAgain() throws Exception {
    CountDownLatch isRunning = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    EachStatement.watch(
        (number, sql) -> {
          if (sql.startsWith("insert into topic")) {
            isRunning.countDown();
            await(mayGoOn);
          }
          return sql;
        });
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> send("f", "Slow one"));
    await(isRunning);
    try {
      refusedAsRunning(send("f", "Slow one"));
    } finally {
      mayGoOn.countDown();
    }
    String answer = first.get(1, TimeUnit.MINUTES).then().statusCode(200).extract().asString();
    assertEquals(answer, send("f", "Slow one").asString());
    assertEquals(1, topics("slow"));
  }

  /** As another instance holds it. */
  final void oneOfAnotherInstanceIsNotBegunAgain() throws SQLException {
    try (Connection other = database.getConnection();
        PreparedStatement lock =
            other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      other.setAutoCommit(false);
      lock.setString(1, Sha256.hexOf("editor\0g"));
      lock.execute();
      refusedAsRunning(send("g", "Elsewhere"));
      other.rollback();
    }
    send("g", "Elsewhere").then().statusCode(200);
    assertEquals(1, topics("elsewhere"));
  }

  private static void refusedAsRunning(Response response) {
    response
        .then()
        .statusCode(409)
        .body("errors[0].extensions.code", equalTo("IDEMPOTENCY_KEY_IN_USE"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private static int topics(String words) {
    return data(
            "query($words: String!) { topics(filter: {text: $words}) { totalCount } }",
            "words",
            words)
        .at("/topics/totalCount")
        .asInt();
  }

  private static Response send(@Nullable String key, String name) {
    return send(key, name, false);
  }

  private static Response send(@Nullable String key, String name, boolean isTrial) {
    var request =
        given()
            .auth()
            .preemptive()
            .basic("editor", "editor")
            .contentType("application/json")
            .body(Map.of("query", RECORD, "variables", Map.of("name", name, "try", isTrial)));
    return (key == null ? request : request.header("Idempotency-Key", key)).post("/graphql");
  }
}
