package org.chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.chancery.topic.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, on whichever database: the same. */
abstract class Searching {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names of topics by their keys, made of pieces that break naive searches. */
  private static final Map<String, String> NAMES = new TreeMap<>();

  private static final List<String> PIECES =
      List.of(
          "Climate",
          "change",
          "co-operation",
          "Søren",
          "soren",
          "État",
          "e\u0301tat",
          "1.5",
          "15",
          "王毅",
          "毅王",
          "Чёрный",
          "don't",
          "O'Neill",
          "C++",
          "a_b",
          "100%",
          "it's \"so\"",
          "🙂",
          "𠮷野",
          "ﬁne",
          "x'; drop table topic; --",
          "\\",
          ":*",
          "&|!",
          "<->",
          "null",
          "|");

  static {
    Random random = new Random(7);
    NAMES.put("search-phrase", "Talks on climate change");
    for (int i = 0; i < 60; i++) {
      NAMES.put("search-" + i, some(random, 1 + random.nextInt(6)));
    }
  }

  @Inject DocumentLoader loader;
  @Inject EntityManager entities;

  private static String some(Random random, int pieces) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      chosen.add(PIECES.get(random.nextInt(PIECES.size())));
    }
    return String.join(" ", chosen);
  }

  @BeforeEach
  void loadOnce() throws Exception {
    if (!GraphqlClient.data("{ topic(key: \"search-0\") { id } }").path("topic").isNull()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, String> one : NAMES.entrySet()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("type", "topic");
      line.put("id", new UUID(0x5ea2_c400_7000L, 0x8000_0000_0000_0000L | ++number).toString());
      line.put("key", one.getKey());
      line.put("name", one.getValue());
      lines.append(line).append('\n');
    }
    loader.load(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "søren",
    "ETAT",
    "1.5",
    "\"毅王\"",
    "毅",
    "чёрный",
    "don’t",
    "\"climate change\"",
    "soren -etat",
    "-climate",
    "𠮷"
  })
  void findsWhatStandsInTheWords(String text) {
    assertTrue(!found(text).isEmpty(), text);
    assertEquals(expected(text), found(text), text);
  }

  /** Whatever is typed is answered, and with the same as reading all names one by one gives. */
  @Test
  void findsWhatReadingAllOfThemFinds() {
    Random random = new Random(11);
    for (int i = 0; i < 150; i++) {
      String text = some(random, 1 + random.nextInt(3));
      text = random.nextInt(3) == 0 ? "\"" + text + "\"" : text;
      text = random.nextInt(3) == 0 ? text + " -" + some(random, 1) : text;
      assertEquals(expected(text), found(text), text);
    }
  }

  @Test
  void anythingCanBeTyped() {
    Random random = new Random(13);
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      int length = i % 20 == 0 ? 900 : random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(
            switch (random.nextInt(4)) {
              case 0 -> "\"'-+&|!():*<>\\%_ \t\n\0".codePointAt(random.nextInt(19));
              case 1 -> 'a' + random.nextInt(26);
              case 2 -> random.nextInt(0x10FFFF);
              default -> ' ';
            });
      }
      JsonNode answer = answer(text.toString());
      String code = answer.at("/errors/0/extensions/code").asText("");
      assertTrue(code.isEmpty() || code.equals("BAD_USER_INPUT"), () -> answer + " for " + text);
    }
  }

  @Test
  void aPhraseDoesNotReachFromOneTextIntoTheNext() {
    assertEquals(List.of(), found("\"climate climate climate climate climate climate climate\""));
  }

  /** What was rolled back is neither found nor does it hide what comes after. */
  @Test
  void theIndexFollowsTheTransaction() {
    String document =
        """
        {"type":"topic","id":"%s","key":"search-rolled-back","name":"Unheardof"}
        {"type":"topic","id":"nonsense","key":"search-broken","name":"Broken"}
        """;
    try {
      loader.load(stream(document.formatted("01a20cc8-0000-7000-8000-00000000aaa1")));
    } catch (RuntimeException faulty) {
      assertEquals(List.of(), found("unheardof"));
    }
    QuarkusTransaction.begin();
    entities.persist(topic("01a20cc8-0000-7000-8000-00000000aaa2", "Unheardof"));
    entities.flush();
    QuarkusTransaction.rollback();
    assertEquals(List.of(), found("unheardof"));
    write(topic("01a20cc8-0000-7000-8000-00000000aaa3", "Unheardof"));
    assertEquals(List.of("search-00000000aaa3"), found("unheardof"));
    remove("01a20cc8-0000-7000-8000-00000000aaa3");
    assertEquals(List.of(), found("unheardof"));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Topic topic(String id, String name) {
    return new Topic(UUID.fromString(id), "search-" + id.substring(24), Instant.EPOCH, name);
  }

  private void write(Topic topic) {
    QuarkusTransaction.requiringNew().run(() -> entities.persist(topic));
  }

  private void remove(String id) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.remove(entities.find(Topic.class, UUID.fromString(id))));
  }

  private static List<String> expected(String text) {
    SearchText search;
    try {
      search = SearchText.parse(text);
    } catch (IllegalArgumentException noWord) {
      return List.of("BAD_USER_INPUT");
    }
    TreeSet<String> keys = new TreeSet<>();
    NAMES.forEach(
        (key, name) -> {
          String words = Words.of(name);
          if (search.wanted().stream().allMatch(term -> words.contains(term.inWords()))
              && search.unwanted().stream().noneMatch(term -> words.contains(term.inWords()))) {
            keys.add(key);
          }
        });
    return List.copyOf(keys);
  }

  private static List<String> found(String text) {
    JsonNode answer = answer(text);
    if (answer.has("errors")) {
      return List.of(answer.at("/errors/0/extensions/code").asText());
    }
    TreeSet<String> keys = new TreeSet<>();
    answer
        .at("/data/topics/nodes")
        .forEach(
            node -> {
              if (node.path("key").asText().startsWith("search-")) {
                keys.add(node.path("key").asText());
              }
            });
    return List.copyOf(keys);
  }

  private static JsonNode answer(String text) {
    return GraphqlClient.ask(
        "query($text: String) { topics(first: 100, filter: {text: $text}) { nodes { key } } }",
        "text",
        text);
  }
}
