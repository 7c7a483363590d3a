package org.chancery.history;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.ask;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.chancery.Documents;
import org.chancery.api.ApiCases;
import org.chancery.document.DocumentLoader;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.RecordExport;
import org.chancery.revision.RecordVerification;
import org.junit.jupiter.api.Test;

/** Whatever is changed, a question as of a moment is answered as it was then. */
abstract class ThePast {

  private static final JsonMapper JSON = new JsonMapper();

  /** The sample, as it is loaded at the start. */
  private static final int SAMPLE = 1;

  /** By hand with {@code -Dchancery.test.changes=1000}; not each day. */
  private static final int CHANGES = Integer.getInteger("chancery.test.changes", 60);

  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject RecordVerification verification;
  @Inject DataSource database;

  @Test
  void everyCaseIsAnsweredAsBeforeAfterManyChanges() throws IOException {
    String before = exported();
    long seed = System.nanoTime();
    int last = lastRevision();
    int revisions = changeByChance(before, seed);
    assertTrue(revisions > 20, revisions + " revisions, seed " + seed);
    List<String> asked = new ArrayList<>();
    for (String name : ApiCases.cases().toList()) {
      JsonNode expected = ApiCases.expected(name);
      String query = ApiCases.requestOf(name).path("query").asText();
      if (expected.has("errors") || query.contains("__schema") || query.contains("__type(")) {
        continue;
      }
      asked.add(name);
      JsonNode answer = askThen(name);
      assertEquals(
          expected.path("data").toPrettyString(),
          answer.at("/data/asOf").toPrettyString().replace("@" + SAMPLE, ""),
          name + ", seed " + seed + ": " + answer.path("errors"));
    }
    assertTrue(asked.size() > 50, asked.size() + " cases");
    undoAll(last, lastRevision(), seed);
    assertEquals(before, exported(), "seed " + seed);
    assertEquals(
        List.of(), verification.verify(List.of(), revision -> {}).faults(), "seed " + seed);
  }

  /** One after the other, the last one first: each gives the record that was before it. */
  private void undoAll(int before, int last, long seed) throws IOException {
    for (int revision = last; revision > before; revision--) {
      JsonNode undone =
          edited(
              "mutation($revision: Int!) { undo(revision: $revision, reason: \"By chance\") { userErrors { message } } }",
              "revision",
              revision);
      assertEquals(
          0,
          undone.at("/undo/userErrors").size(),
          "revision " + revision + ", seed " + seed + ": " + undone);
      if (revision % 5 == 0 || revision == before + 1) {
        ByteArrayOutputStream then = new ByteArrayOutputStream();
        export.write(then, revision - 1);
        assertEquals(
            then.toString(StandardCharsets.UTF_8),
            exported(),
            "revision " + revision + ", seed " + seed);
      }
    }
  }

  private static int lastRevision() {
    return data("{ revisions(last: 1) { nodes { number } } }")
        .at("/revisions/nodes/0/number")
        .asInt();
  }

  private static JsonNode askThen(String name) throws IOException {
    ObjectNode request = ApiCases.requestOf(name);
    request.put("query", then(request.path("query").asText()));
    return JSON.readTree(
        given()
            .contentType("application/json")
            .body(request.toString())
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** The same query, as of the sample. */
  @SuppressWarnings("rawtypes") // as GraphQL Java has it
  private static String then(String query) {
    Document document = new Parser().parseDocument(query);
    List<Definition> definitions = new ArrayList<>();
    for (Definition<?> definition : document.getDefinitions()) {
      definitions.add(
          definition instanceof OperationDefinition operation ? then(operation) : definition);
    }
    return AstPrinter.printAst(document.transform(same -> same.definitions(definitions)));
  }

  private static OperationDefinition then(OperationDefinition operation) {
    Field past =
        ((Field)
                ((OperationDefinition)
                        new Parser()
                            .parseDocument("{ asOf(revision: " + SAMPLE + ") { x } }")
                            .getDefinitions()
                            .get(0))
                    .getSelectionSet()
                    .getSelections()
                    .get(0))
            .transform(field -> field.selectionSet(operation.getSelectionSet()));
    return operation.transform(
        same -> same.selectionSet(SelectionSet.newSelectionSet().selection(past).build()));
  }

  /** Texts change, statements and accounts and links go and come back, meetings move in time. */
  private int changeByChance(String before, long seed) {
    Random random = new Random(seed);
    List<String> lines = before.lines().toList();
    int revisions = 0;
    for (int time = 0; time < CHANGES; time++) {
      String line = lines.get(random.nextInt(lines.size()));
      ObjectNode changed = Documents.read(line);
      change(changed, random);
      try {
        revisions += load(changed.toString()).changes() > 0 ? 1 : 0;
      } catch (FaultyDocumentException nothingDone) {
        // What chance makes need not be right.
      }
      if (random.nextInt(4) == 0) {
        revisions += withdraw(Documents.read(lines.get(random.nextInt(lines.size())))) ? 1 : 0;
      }
      if (random.nextInt(4) == 0) {
        revisions += merge(lines, random) ? 1 : 0;
      }
      if (random.nextInt(3) == 0) {
        try {
          revisions += load(line).changes() > 0 ? 1 : 0;
        } catch (FaultyDocumentException namesWhatIsWithdrawn) {
          // It comes back with all others.
        }
      }
    }
    return revisions;
  }

  /** Whether two of a kind became one: they may not be there any more, or collide. */
  private static boolean merge(List<String> lines, Random random) {
    ObjectNode one = Documents.read(lines.get(random.nextInt(lines.size())));
    ObjectNode other = Documents.read(lines.get(random.nextInt(lines.size())));
    String kind = one.path("type").asText();
    if (kind.equals("meeting") || !kind.equals(other.path("type").asText())) {
      return false;
    }
    JsonNode merged =
        edited(
                "mutation { merge(kind: %s, kept: \"%s\", merged: \"%s\", reason: \"By chance\") { revision { number } userErrors { code } } }"
                    .formatted(
                        kind.toUpperCase(Locale.ROOT),
                        one.path("key").asText(),
                        other.path("key").asText()))
            .path("merge");
    return !merged.path("revision").isNull();
  }

  /** Whether it was withdrawn: what is named by others stays. */
  private static boolean withdraw(ObjectNode line) {
    String kind = line.path("type").asText();
    String key = line.path("key").asText();
    JsonNode thing =
        data("query($key: String!) { thing: " + kind + "(key: $key) { key version } }", "key", key)
            .path("thing");
    if (!thing.path("key").asText().equals(key)) {
      // It was withdrawn, or merged into another.
      return false;
    }
    String mutation =
        "mutation { withdraw(kind: %s, key: \"%s\", expectedVersion: %d, reason: \"By chance\") { userErrors { code } } }"
            .formatted(kind.toUpperCase(Locale.ROOT), key, thing.path("version").asInt());
    String code =
        given()
            .auth()
            .preemptive()
            .basic("editor", "editor")
            .contentType("application/json")
            .body(JSON.createObjectNode().put("query", mutation).toString())
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .path("data.withdraw.userErrors[0].code");
    assertTrue(code == null || code.equals("IN_USE"), mutation + " " + code);
    return code == null;
  }

  private static void change(ObjectNode line, Random random) {
    for (String text : List.of("title", "name", "place", "sortName")) {
      if (line.has(text) && random.nextBoolean()) {
        line.put(text, line.path(text).asText() + " " + random.nextInt(1000));
      }
    }
    if (line.path("type").asText().equals("meeting")) {
      if (random.nextInt(3) == 0) {
        line.put("date", "19" + (10 + random.nextInt(90)));
      }
      line.remove("links");
      if (random.nextInt(4) == 0) {
        line.remove("participations");
      }
      for (JsonNode account : line.path("accounts")) {
        ArrayNode statements = account.withArray("/statements");
        if (!statements.isEmpty() && random.nextBoolean()) {
          statements.remove(random.nextInt(statements.size()));
        }
        for (JsonNode statement : statements) {
          if (random.nextInt(4) == 0) {
            ((ObjectNode) statement).put("cue", "chance " + random.nextInt(1000));
          }
        }
      }
      ArrayNode accounts = line.withArray("/accounts");
      if (accounts.size() > 1 && random.nextInt(3) == 0) {
        accounts.remove(random.nextInt(accounts.size()));
      }
    }
  }

  @Test
  void aMomentIsTheRevisionThatWasTheLastOneThen() {
    JsonNode first = data("{ revision(number: 1) { at } }");
    String at = first.at("/revision/at").asText();
    JsonNode answer =
        data(
            "query($at: DateTime!) { asOf(at: $at) { revisions { totalCount } meetings { totalCount } }"
                + " before: asOf(at: \"2000-01-01T00:00:00Z\") { meetings { totalCount } revisions { totalCount } }"
                + " zero: asOf(revision: 0) { meetings { totalCount } } }",
            "at",
            at);
    assertEquals(1, answer.at("/asOf/revisions/totalCount").asInt());
    assertEquals(5, answer.at("/asOf/meetings/totalCount").asInt());
    assertEquals(0, answer.at("/before/meetings/totalCount").asInt());
    assertEquals(0, answer.at("/zero/meetings/totalCount").asInt());
  }

  @Test
  void thePastAndThePresentAreComparedInOneRequest() throws IOException {
    String before = exported();
    String line =
        before.lines().filter(one -> one.contains("\"key\":\"cop26\"")).findFirst().orElseThrow();
    load(line.replace("\"name\":\"COP26\"", "\"name\":\"Glasgow\""));
    JsonNode answer =
        data(
            "{ topic(key: \"cop26\") { id name } then: asOf(revision: 1) { topic(key: \"cop26\") { id name } topics(filter: {text: \"cop26\"}) { totalCount } }"
                + " topics(filter: {text: \"cop26\"}) { totalCount } }");
    assertEquals("Glasgow", answer.at("/topic/name").asText());
    assertEquals("COP26", answer.at("/then/topic/name").asText());
    assertEquals(answer.at("/topic/id").asText() + "@1", answer.at("/then/topic/id").asText());
    assertEquals(0, answer.at("/topics/totalCount").asInt());
    assertEquals(1, answer.at("/then/topics/totalCount").asInt());
    String id = answer.at("/then/topic/id").asText();
    assertEquals(
        "COP26",
        data(
                "query($id: ID!) { asOf(revision: 1) { node(id: $id) { ... on Topic { name } } } }",
                "id",
                id)
            .at("/asOf/node/name")
            .asText());
    assertEquals(
        "BAD_USER_INPUT",
        ask("query($id: ID!) { node(id: $id) { id } }", "id", id)
            .at("/errors/0/extensions/code")
            .asText());
    load(before);
  }

  @Test
  void aPastThatCannotBeIsRefused() {
    for (String past :
        List.of(
            "asOf { me { name } }",
            "asOf(revision: -1) { me { name } }",
            "asOf(revision: 1000000) { me { name } }",
            "asOf(revision: 1, at: \"2030-01-01T00:00:00Z\") { me { name } }",
            "asOf(revision: 1) { asOf(revision: 1) { me { name } } }",
            "asOf(revision: 1) { __schema { queryType { name } } }")) {
      assertEquals(
          "BAD_USER_INPUT", ask("{ " + past + " }").at("/errors/0/extensions/code").asText(), past);
    }
  }

  /** A migration that changes a table changes its twin and its view. */
  @Test
  void thePastHasTheColumnsOfThePresent() throws SQLException {
    Map<String, List<String>> present = columns("public");
    Map<String, List<String>> past = columns("past");
    Map<String, List<String>> history = columns("history");
    present.keySet().removeIf(table -> !history.containsKey(table));
    assertTrue(history.size() >= 15, history.keySet().toString());
    // H2 knows of the words of the present since when they are there, too.
    for (Map<String, List<String>> tables : List.of(present, history)) {
      tables
          .values()
          .forEach(
              columns ->
                  columns.removeIf(
                      column ->
                          column.startsWith("revision_number ")
                              || column.startsWith("until_revision ")));
    }
    assertEquals(present, history);
    past.keySet().retainAll(history.keySet());
    assertEquals(present, past);
  }

  private Map<String, List<String>> columns(String schema) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lower(table_name), lower(column_name), lower(data_type), character_maximum_length from information_schema.columns"
                    + " where lower(table_schema) = '"
                    + schema
                    + "' order by 1, 2")) {
      while (rows.next()) {
        columns
            .computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
            .add(rows.getString(2) + " " + rows.getString(3) + " " + rows.getString(4));
      }
    }
    return columns;
  }

  private DocumentLoader.Loaded load(String document) {
    return Documents.load(loader, document);
  }

  private String exported() {
    return Documents.exported(export);
  }
}
