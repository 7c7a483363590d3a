package org.chancery.search;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.chancery.record.Identity;
import org.chancery.record.Names;
import org.chancery.topic.Topic;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, on whichever database: the same. */
abstract class Searching {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Pieces that break naive searches, each with its words as somebody who knows them tells them.
   */
  private static final Map<String, String> PIECES =
      Map.ofEntries(
          entry("Climate", "climate"),
          entry("change", "change"),
          entry("co-operation", "co operation"),
          entry("Søren", "soren"),
          entry("soren", "soren"),
          entry("État", "etat"),
          entry("e\u0301tat", "etat"),
          entry("1.5", "1 5"),
          entry("15", "15"),
          entry("王毅", "王 毅"),
          entry("毅王", "毅 王"),
          entry("Чёрный", "черныи"),
          entry("don't", "don t"),
          entry("O'Neill", "o neill"),
          entry("C++", "c"),
          entry("a_b", "a b"),
          entry("100%", "100"),
          entry("it's \"so\"", "it s so"),
          entry("🙂", ""),
          entry("𠮷野", "𠮷 野"),
          entry("ﬁne", "fine"),
          entry("x'; drop table topic; --", "x drop table topic"),
          entry("\\", ""),
          entry(":*", ""),
          entry("&|!", ""),
          entry("<->", ""),
          entry("null", "null"),
          entry("|", ""));

  private static final List<String> ALL_PIECES = PIECES.keySet().stream().sorted().toList();

  /** Those that are one word or phrase where they are typed. */
  private static final List<String> TYPED =
      ALL_PIECES.stream().filter(piece -> !piece.contains(" ")).toList();

  /** Topics by their keys, each made of pieces. */
  private static final Map<String, List<String>> NAMES = new TreeMap<>();

  static {
    Random random = new Random(7);
    NAMES.put("search-phrase", List.of("soren", "Climate", "change"));
    for (int i = 0; i < 60; i++) {
      NAMES.put("search-" + i, some(ALL_PIECES, random, 1 + random.nextInt(6)));
    }
  }

  private static int scripts;

  @Inject DocumentLoader loader;
  @Inject EntityManager entities;

  private static List<String> some(List<String> pieces, Random random, int many) {
    return random.ints(many, 0, pieces.size()).mapToObj(pieces::get).toList();
  }

  @BeforeEach
  void loadOnce() throws Exception {
    if (!GraphqlClient.data("{ topic(key: \"search-0\") { id } }").path("topic").isNull()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, List<String>> one : NAMES.entrySet()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("type", "topic");
      line.put("id", new UUID(0x5ea2_c400_7000L, 0x8000_0000_0000_0000L | ++number).toString());
      line.put("key", one.getKey());
      line.put("name", String.join(" ", one.getValue()));
      lines.append(line).append('\n');
    }
    Documents.load(loader, lines.toString());
  }

  /** What is typed, and the words and phrases that it asks for, those with a minus not. */
  @ParameterizedTest
  @CsvSource({
    "søren, soren",
    "ETAT, etat",
    "1.5, 1 5",
    "\"毅王\", 毅 王",
    "毅, 毅",
    "чёрный, черныи",
    "don’t, don t",
    "\"climate change\", climate change",
    "soren -etat, soren|-etat",
    "-climate, -climate",
    "𠮷, 𠮷"
  })
  void findsWhatStandsInTheWords(String text, String terms) {
    List<String> expected = expected(List.of(terms.split("\\|")));
    assertFalse(expected.isEmpty(), text);
    assertEquals(expected, found(text), text);
  }

  /** Whatever is typed is answered, and with the same as reading all names one by one gives. */
  @Test
  void findsWhatReadingAllOfThemFinds() {
    Random random = new Random(11);
    for (int i = 0; i < 150; i++) {
      List<String> wanted = some(TYPED, random, 1 + random.nextInt(3));
      List<String> words = wanted.stream().map(PIECES::get).toList();
      boolean phrase = random.nextInt(3) == 0;
      String text = String.join(" ", wanted);
      List<String> terms = new ArrayList<>();
      if (phrase) {
        text = "\"" + text + "\"";
        terms.add(String.join(" ", words));
      } else {
        terms.addAll(words);
      }
      if (random.nextInt(3) == 0) {
        String unwanted = some(TYPED, random, 1).get(0);
        text = text + " -" + unwanted;
        terms.add("-" + PIECES.get(unwanted));
      }
      assertEquals(expected(terms), found(text), text);
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

  /** The sort name and the name of one person are two texts. */
  @Test
  void aPhraseDoesNotReachFromOneTextIntoTheNext() {
    String person =
        "{\"type\":\"participant\",\"id\":\"01a20cc8-0000-7000-8000-00000000bbb1\",\"key\":\"search-person\","
            + "\"name\":\"Gamma Delta\",\"sortName\":\"Alpha Beta\"}";
    if (people("gamma").isEmpty()) {
      Documents.load(loader, person);
    }
    assertEquals(List.of("search-person"), people("\"alpha beta\""));
    assertEquals(List.of("search-person"), people("\"gamma delta\""));
    assertEquals(List.of(), people("\"beta gamma\""));
    assertEquals(List.of(), people("\"delta alpha\""));
  }

  private static List<String> people(String text) {
    return GraphqlClient.ask(
            "query($text: String) { participants(filter: {text: $text}) { nodes { key } } }",
            "text",
            text)
        .at("/data/participants/nodes")
        .findValuesAsText("key");
  }

  /** What was rolled back is neither found nor does it hide what comes after. */
  @Test
  void theIndexFollowsTheTransaction() {
    String document =
        """
        {"type":"topic","id":"%s","key":"search-rolled-back","name":"Unheardof"}
        {"type":"topic","id":"nonsense","key":"search-broken","name":"Broken"}
        """;
    InputStream faulty =
        Documents.stream(document.formatted("01a20cc8-0000-7000-8000-00000000aaa1"));
    assertThrows(RuntimeException.class, () -> Documents.load(loader, faulty));
    assertEquals(List.of(), found("unheardof"));
    QuarkusTransaction.begin();
    persist(topic("01a20cc8-0000-7000-8000-00000000aaa2", "Unheardof"));
    QuarkusTransaction.rollback();
    assertEquals(List.of(), found("unheardof"));
    write(topic("01a20cc8-0000-7000-8000-00000000aaa3", "Unheardof"));
    assertEquals(List.of("search-00000000aaa3"), found("unheardof"));
    remove("01a20cc8-0000-7000-8000-00000000aaa3");
    assertEquals(List.of(), found("unheardof"));
  }

  /** Real words: a text, what finds it, and what does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          การเจรจาเรื่องสภาพภูมิอากาศ | สภาพภูมิอากาศ | การค้า
          ການປະຊຸມສຸດຍອດອາຊຽນ | ອາຊຽນ | ສັນຍາ
          កិច្ចប្រជុំកំពូលអាស៊ាន | អាស៊ាន | សន្ធិសញ្ញា
          အာဆီယံထိပ်သီးအစည်းအဝေး | အစည်းအဝေး | စာချုပ်
          日米首脳によるオンライン会談 | オンライン | サミット
          みなとみらい会議 | みらい | みず
          中美气候变化对话 | 气候变化 | 贸易
          𠮷野会谈 | 𠮷野 | 会议
          한미 정상회담을 열다 | 정상* | 회의*
          اِتِّفَاقِيَّةُ بَارِيس | اتفاقية باريس | معاهدة
          أزمة المناخ | ازمة | حرب
          הֶסְכֵּם שָׁלוֹם | הסכם שלום | מלחמה
          Συνθήκη της Λισαβόνας | συνθηκη | ειρηνη
          Переговоры о мире | ПЕРЕГОВОРЫ | война
          जलवायु वार्ता | वार्ता | व्यापार
          Hiệp định hòa bình | hiep dinh | chien tranh
          Türkiye’nin daveti | turkiye | turkey
          """)
  void findsWordsOfEveryScript(String name, String words, String others) {
    String id = "01a20cc8-0000-7000-8000-%012x".formatted(0xbbb000 + ++scripts);
    write(topic(id, name));
    String key = "search-" + id.substring(24);
    assertTrue(found(words).contains(key), words);
    assertFalse(found(others).contains(key), others);
    remove(id);
  }

  private static Topic topic(String id, String name) {
    return new Topic(
        Identity.recorded(
            UUID.fromString(id), "search-" + id.substring(24), List.of(), Instant.EPOCH),
        Names.of(name, List.of()));
  }

  private void write(Topic topic) {
    QuarkusTransaction.requiringNew().run(() -> persist(topic));
  }

  private void persist(Topic topic) {
    entities.persist(topic);
    entities.flush();
    new WordIndex(entities.unwrap(Session.class), 1).add(List.of(topic));
  }

  private void remove(String id) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.remove(entities.find(Topic.class, UUID.fromString(id)));
              new WordIndex(entities.unwrap(Session.class), 1).forget(List.of(UUID.fromString(id)));
            });
  }

  /** Reads all names, without any of the code that is tested. */
  private static List<String> expected(List<String> terms) {
    List<List<String>> wanted =
        terms.stream().filter(term -> !term.startsWith("-")).map(Searching::words).toList();
    List<List<String>> unwanted =
        terms.stream()
            .filter(term -> term.startsWith("-"))
            .map(term -> words(term.substring(1)))
            .filter(words -> !words.isEmpty())
            .toList();
    if (Stream.concat(wanted.stream(), unwanted.stream()).allMatch(List::isEmpty)) {
      return List.of("BAD_USER_INPUT");
    }
    return NAMES.entrySet().stream()
        .filter(
            one -> {
              List<String> words =
                  one.getValue().stream()
                      .flatMap(piece -> words(PIECES.getOrDefault(piece, "")).stream())
                      .toList();
              return wanted.stream().allMatch(term -> Collections.indexOfSubList(words, term) >= 0)
                  && unwanted.stream()
                      .noneMatch(term -> Collections.indexOfSubList(words, term) >= 0);
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> words(String spaced) {
    return Arrays.stream(spaced.trim().split(" +")).filter(word -> !word.isEmpty()).toList();
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
