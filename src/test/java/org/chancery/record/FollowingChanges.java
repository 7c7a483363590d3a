package org.chancery.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.Test;

/** Who asks for what has changed since the newest that they know misses nothing. */
abstract class FollowingChanges {

  private static int ids;

  @Inject DocumentLoader loader;
  @Inject EntityManager entities;

  @Test
  void aTimeIsLaterThanAllBeforeEvenWhereTheClockIsNot() {
    Instant future = Instant.now().plusSeconds(60);
    Instant first = next(future);
    Instant second = next(future.minusSeconds(3600));
    assertTrue(first.isBefore(second), first + " then " + second);
  }

  private Instant next(Instant now) {
    return QuarkusTransaction.requiringNew().call(() -> write(now));
  }

  private Instant write(Instant now) {
    RecordClock.Moment moment = RecordClock.next(entities, now);
    // The time alone: a number belongs to a revision.
    RecordClock.advance(entities, new RecordClock.Moment(moment.time(), moment.revision() - 1));
    return moment.time();
  }

  /** While one writes, another waits: what it writes is seen later, and is later. */
  @Test
  void whatIsSeenLaterIsLater() throws Exception {
    QuarkusTransaction.begin();
    Instant first = write(Instant.now());
    CompletableFuture<String> second = CompletableFuture.supplyAsync(this::load);
    boolean waits = false;
    try {
      second.get(500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException waiting) {
      waits = true;
    } finally {
      QuarkusTransaction.commit();
    }
    assertTrue(waits, "the second writer waits for the first");
    String key = second.get(20, TimeUnit.SECONDS);
    Instant written =
        Instant.parse(
            GraphqlClient.data(
                    "query($key: String!) { topic(key: $key) { updatedAt } }", "key", key)
                .at("/topic/updatedAt")
                .asText());
    assertTrue(first.isBefore(written), first + " then " + written);
  }

  /** A copy that asks again and again has in the end all that was written, in order. */
  @Test
  void aCopyMissesNothing() throws Exception {
    List<CompletableFuture<String>> writers = new ArrayList<>();
    List<String> copied = new ArrayList<>();
    String since = next(Instant.now()).toString();
    for (int i = 0; i < 8; i++) {
      writers.add(CompletableFuture.supplyAsync(this::load));
      since = copy(since, copied);
    }
    List<String> written = new ArrayList<>();
    for (CompletableFuture<String> writer : writers) {
      written.add(writer.get(30, TimeUnit.SECONDS));
    }
    copy(since, copied);
    assertFalse(written.isEmpty());
    assertEquals(written.size(), copied.stream().filter(written::contains).distinct().count());
  }

  /** Asks for what has changed since a time, and gives the newest time that it saw. */
  private static String copy(String since, List<String> copied) {
    String newest = since;
    for (var topic :
        GraphqlClient.data(
                "query($since: DateTime) { topics(first: 100, filter: { updatedAt: { from: $since } }, orderBy: { field: UPDATED_AT, direction: ASC }) { nodes { key updatedAt } } }",
                "since",
                since)
            .at("/topics/nodes")) {
      copied.add(topic.path("key").asText());
      newest = topic.path("updatedAt").asText();
    }
    return newest;
  }

  private String load() {
    int number;
    synchronized (FollowingChanges.class) {
      number = ++ids;
    }
    String key = "follow-" + getClass().getSimpleName().length() + "-" + number;
    String line =
        "{\"type\":\"topic\",\"id\":\"%s\",\"key\":\"%s\",\"name\":\"Followed\"}"
            .formatted(new UUID(0xf0_11_0e_00_7000L, 0x8000_0000_0000_0000L | number), key);
    Documents.load(loader, line);
    return key;
  }
}
