package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.graphql.http.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a document says differently is amended, what it says again is left alone, and what the
 * record holds comes out as it went in.
 */
abstract class Correcting {

  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject EntityManager entities;

  private String before = "";

  @BeforeEach
  void remember() throws IOException {
    before = exported();
  }

  @AfterEach
  void putBack() throws IOException {
    load(before);
    assertEquals(before, exported());
  }

  @Test
  void theSampleComesOutAsItWentIn() throws IOException {
    String sample =
        new String(
            DocumentFormat.class.getResourceAsStream("/sample.ndjson").readAllBytes(),
            StandardCharsets.UTF_8);
    assertEquals(lines(sample), lines(before));
  }

  /** On H2 and on PostgreSQL: so a record that goes from one to the other and back is the same. */
  @Test
  void theSameRecordIsTheSameBytesOnBothDatabases() {
    assertEquals(
        "db9de9bb60dd0f9d8b7fd309179b6f6bee48302abb6f2ee474bb485ac30d2d77", Sha256.hexOf(before));
  }

  /** Without the order of members, in which nothing is said. */
  private static List<JsonNode> lines(String document) {
    List<JsonNode> lines = new ArrayList<>();
    CanonicalForm form = new DocumentFormat().canonicalForm();
    document.lines().forEach(line -> lines.add(form.of(Documents.read(line))));
    lines.sort(Comparator.comparing(line -> line.path("id").asText()));
    return lines;
  }

  @Test
  void theSameDocumentAgainIsNoRevision() {
    long revisions = revisions();
    assertEquals(0, load(before).changes());
    assertEquals(revisions, revisions());
  }

  @Test
  void aDocumentNeedsNoIdsForWhatIsThere() {
    StringBuilder without = new StringBuilder();
    before
        .lines()
        .forEach(
            line -> {
              ObjectNode node = Documents.read(line);
              withoutIds(node);
              without.append(node).append('\n');
            });
    assertEquals(0, load(without.toString()).changes());
  }

  /** What has neither id nor key is what says the same, wherever it stands; else it is new. */
  @Test
  void whatIsPutInWithoutAKeyTakesNobodyElses() {
    Map<String, String> said = textsByKey();
    amend(
        "2021-09-02-han-kerry",
        line -> {
          for (JsonNode account : line.path("accounts")) {
            for (JsonNode statement : account.path("statements")) {
              ((ObjectNode) statement).remove(List.of("id", "key"));
            }
            ArrayNode statements = (ArrayNode) account.path("statements");
            ObjectNode first = statements.get(0).deepCopy();
            statements.insert(0, first.put("text", "Put in before.").remove(List.of("anchor")));
          }
          line.remove("links");
        });
    Map<String, String> now = textsByKey();
    said.forEach((key, text) -> assertEquals(text, now.get(key), key));
    assertEquals(said.size() + 2, now.size());
  }

  /**
   * Two accounts of one publisher are told apart by what they are; a corrected one without a key is
   * new.
   */
  @Test
  void accountsWithoutKeysAreNotTakenForEachOther() {
    String key = "2021-09-02-han-kerry";
    ObjectNode[] two = new ObjectNode[2];
    amend(
        key,
        line -> {
          line.remove("links");
          ArrayNode accounts = line.putArray("accounts");
          for (int at = 0; at < 2; at++) {
            two[at] = accounts.addObject().put("kind", "PRESS_REPORT").put("publisher", "AP");
            two[at].put("url", "https://example.org/" + at);
            two[at].putArray("statements");
          }
        });
    Map<String, String> urls = urlsByKey();
    assertEquals(2, urls.size());
    amend(
        key,
        line -> {
          line.remove("links");
          line.putArray("accounts").add(two[1]).add(two[0]);
        });
    assertEquals(urls, urlsByKey());
    amend(
        key,
        line -> {
          line.remove("links");
          line.putArray("accounts")
              .add(two[1])
              .add(two[0].deepCopy().put("url", "https://example.org/2"));
        });
    Map<String, String> now = urlsByKey();
    now.forEach((one, url) -> assertEquals(url, urls.getOrDefault(one, url), one));
    assertEquals(2, now.size());
  }

  private static Map<String, String> urlsByKey() {
    Map<String, String> urls = new TreeMap<>();
    GraphqlClient.data("{ meeting(key: \"2021-09-02-han-kerry\") { accounts { key sourceUrl } } }")
        .at("/meeting/accounts")
        .forEach(one -> urls.put(one.path("key").asText(), one.path("sourceUrl").asText()));
    return urls;
  }

  private static Map<String, String> textsByKey() {
    Map<String, String> texts = new TreeMap<>();
    GraphqlClient.data(
            "{ meeting(key: \"2021-09-02-han-kerry\") { statements(first: 50) { nodes { key text } } } }")
        .at("/meeting/statements/nodes")
        .forEach(one -> texts.put(one.path("key").asText(), one.path("text").asText()));
    return texts;
  }

  private static void withoutIds(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("id");
    }
    node.forEach(Correcting::withoutIds);
  }

  @Test
  void onlyWhatDiffersIsAmended() {
    JsonNode was = meeting();
    assertEquals(
        2,
        amend(
                "2021-09-02-han-kerry",
                line -> {
                  line.put("title", "Han Zheng with John Kerry");
                  ObjectNode statement = (ObjectNode) line.at("/accounts/1/statements/0");
                  statement.put("cue", "said, as corrected");
                })
            .changes());
    JsonNode is = meeting();
    assertEquals(was.path("version").asInt() + 1, is.path("version").asInt());
    assertEquals("Han Zheng with John Kerry", is.path("title").asText());
    List<String> amended = new ArrayList<>();
    for (int at = 0; at < is.at("/statements/nodes").size(); at++) {
      JsonNode one = is.at("/statements/nodes/" + at);
      JsonNode old = was.at("/statements/nodes/" + at);
      assertEquals(old.path("id"), one.path("id"));
      if (!old.path("version").equals(one.path("version"))) {
        amended.add(one.path("cue").asText());
        assertEquals(is.path("updatedAt"), one.path("updatedAt"));
      } else {
        assertEquals(old.path("updatedAt"), one.path("updatedAt"));
      }
    }
    assertEquals(List.of("said, as corrected"), amended);
  }

  @Test
  void statementsChangePlacesAndAreWithdrawn() {
    int statements = meeting().at("/statements/nodes").size();
    amend(
        "2021-09-02-han-kerry",
        line -> {
          line.remove("links");
          ArrayNode said = (ArrayNode) line.at("/accounts/0/statements");
          JsonNode first = said.remove(0);
          said.remove(0);
          said.add(first);
        });
    JsonNode is = meeting();
    assertEquals(statements - 1, is.at("/statements/nodes").size());
    assertEquals(
        Arrays.asList(1, 2),
        List.of(
            is.at("/statements/nodes/0/position").asInt(),
            is.at("/statements/nodes/1/position").asInt()));
    assertTrue(
        GraphqlClient.data("{ statements(first: 1, filter: {text: \"climate\"}) { totalCount } }")
                .at("/statements/totalCount")
                .asInt()
            > 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatMovesFromOneMeetingToAnotherHasOneChange(boolean leavesFirst) {
    ObjectNode from = lineOf("2021-09-02-han-kerry");
    ObjectNode to = lineOf("2021-08-31-xie-kerry");
    from.remove("links");
    ObjectNode moved = (ObjectNode) from.withArray("/participations").remove(0);
    to.withArray("/participations").add(moved);
    DocumentLoader.Loaded loaded = load(leavesFirst ? from + "\n" + to : to + "\n" + from);
    assertTrue(loaded.changes() >= 2);
    assertEquals(
        1,
        entities
            .createQuery(
                "select count(*) from RecordChange c where c.thingId = :id and c.revisionNumber = :revision",
                Long.class)
            .setParameter("id", UUID.fromString(moved.path("id").asText()))
            .setParameter("revision", loaded.revision())
            .getSingleResult());
  }

  @Test
  void aMeetingMovesInTime() {
    amend("2021-09-02-han-kerry", line -> line.put("date", "1902-02-21"));
    assertEquals(
        "2021-09-02-han-kerry",
        GraphqlClient.data("{ meetings(last: 1) { nodes { key } } }")
            .at("/meetings/nodes/0/key")
            .asText());
  }

  @Test
  void aKeyIsPermanent() {
    List<Fault> faults =
        assertThrows(
                FaultyDocumentException.class,
                () -> amend("2021-09-02-han-kerry", line -> line.put("key", "another")))
            .faults()
            .all();
    assertEquals("/key", faults.get(0).path());
    assertTrue(faults.get(0).reason().contains("permanent"), faults.toString());
  }

  private static JsonNode meeting() {
    return GraphqlClient.data(
            "{ meeting(key: \"2021-09-02-han-kerry\") { title version updatedAt statements(first: 50) { nodes { id cue position version updatedAt } } } }")
        .path("meeting");
  }

  private DocumentLoader.Loaded amend(String key, Consumer<ObjectNode> change) {
    ObjectNode line = lineOf(key);
    change.accept(line);
    return load(line.toString());
  }

  private ObjectNode lineOf(String key) {
    return before
        .lines()
        .map(Documents::read)
        .filter(one -> one.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private DocumentLoader.Loaded load(String document) {
    return Documents.load(loader, document);
  }

  private String exported() {
    return Documents.exported(export);
  }

  private long revisions() {
    return entities.createQuery("select count(*) from Revision", Long.class).getSingleResult();
  }
}
