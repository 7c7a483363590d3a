package org.chancery.exchange;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record as a data package: what it describes is what it has. */
abstract class AsTables {

  @Inject DocumentLoader loader;

  @BeforeEach
  void recordAFormula() {
    Documents.load(
        loader,
        "{\"type\":\"topic\",\"key\":\"formula\",\"name\":\"=HYPERLINK(\\\"x\\\")\",\"otherNames\":[{\"name\":\"@one\\u2028, \\\"two\\\"\"}]}\n{\"type\":\"topic\",\"key\":\"formula-too\",\"name\":\"\\u200b+one\"}");
  }

  private static Map<String, byte[]> files(String path) throws IOException {
    byte[] zip =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.put(entry.getName(), entries.readAllBytes());
      }
    }
    return files;
  }

  private static List<CSVRecord> rows(Map<String, byte[]> files, String table) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(
            new StringReader(
                new String(
                    Objects.requireNonNull(files.get(table + ".csv")), StandardCharsets.UTF_8)))
        .getRecords();
  }

  @Test
  void everyColumnIsDescribedAndEveryKeyIsThere() throws IOException {
    Map<String, byte[]> files = files("/record.zip");
    JsonNode described = new ObjectMapper().readTree(files.get("datapackage.json"));
    assertEquals(
        data("{ revisions(last: 1) { nodes { number } } }")
            .at("/revisions/nodes/0/number")
            .asText(),
        described.path("version").asText());
    List<String> tables = new ArrayList<>();
    for (JsonNode resource : described.path("resources")) {
      String table = resource.path("name").asText();
      tables.add(resource.path("path").asText());
      List<CSVRecord> rows = rows(files, table);
      assertFalse(rows.isEmpty(), table);
      assertFalse(resource.path("description").asText().isBlank(), table);
      List<String> fields = resource.at("/schema/fields").findValuesAsText("name");
      assertEquals(fields, rows.get(0).getParser().getHeaderNames());
      for (JsonNode field : resource.at("/schema/fields")) {
        String name = field.path("name").asText();
        assertFalse(field.path("description").asText().isBlank(), table + " " + name);
        for (CSVRecord row : rows) {
          if (field.at("/constraints/required").asBoolean()) {
            assertFalse(row.get(name).isEmpty(), table + " " + name);
          }
          if (field.path("type").asText().equals("integer") && !row.get(name).isEmpty()) {
            assertTrue(Integer.parseInt(row.get(name)) >= 0);
          }
        }
      }
      String key = resource.at("/schema/primaryKey").asText();
      if (!key.isEmpty()) {
        assertEquals(rows.size(), values(rows, key).size(), table);
      }
      for (JsonNode foreign : resource.at("/schema/foreignKeys")) {
        Set<String> known = values(rows(files, foreign.at("/reference/resource").asText()), "key");
        Set<String> named = values(rows, foreign.path("fields").asText());
        named.remove("");
        assertTrue(known.containsAll(named), table + ": " + foreign);
      }
    }
    tables.add(0, "datapackage.json");
    assertEquals(tables, List.copyOf(files.keySet()));
  }

  private static Set<String> values(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
  }

  @Test
  void nothingIsLeftOut() throws IOException {
    Map<String, byte[]> files = files("/record.zip");
    JsonNode counted =
        data(
            "{ parties { totalCount } topics { totalCount } participants { totalCount } events { totalCount } meetings { totalCount } statements { totalCount } }");
    for (Map.Entry<String, JsonNode> table : counted.properties()) {
      assertEquals(
          table.getValue().path("totalCount").asInt(),
          rows(files, table.getKey()).size(),
          table.getKey());
    }
    CSVRecord statement =
        rows(files, "statements").stream()
            .filter(row -> row.get("key").equals("2021-09-01-wang-kerry-press-3"))
            .findFirst()
            .orElseThrow();
    JsonNode asked =
        data("{ statement(key: \"2021-09-01-wang-kerry-press-3\") { text act mode account { key } speakers { __typename key } } }")
            .path("statement");
    assertEquals(asked.path("text").asText(), statement.get("text"));
    assertEquals(asked.path("act").asText(), statement.get("act"));
    assertEquals(asked.at("/account/key").asText(), statement.get("account"));
    assertEquals(
        asked.at("/speakers/0/__typename").asText().toLowerCase(Locale.ROOT)
            + ":"
            + asked.at("/speakers/0/key").asText(),
        statement.get("speakers"));
  }

  @Test
  void whatASpreadsheetWouldCalculateIsGuarded() throws IOException {
    Map<String, byte[]> files = files("/record.zip");
    assertEquals(
        "'=HYPERLINK(\"x\")",
        rows(files, "topics").stream()
            .filter(row -> row.get("key").equals("formula"))
            .findFirst()
            .orElseThrow()
            .get("name"));
    assertTrue(values(rows(files, "names"), "name").contains("'@one\u2028, \"two\""));
    // So is a list that the reading room gives.
    String list = given().get("/topics.csv").then().statusCode(200).extract().asString();
    assertTrue(list.contains("\"'=HYPERLINK(\"\"x\"\")\""), list);
    assertTrue(list.contains("formula-too,'\u200b+one,"), list);
  }

  @Test
  void theSameRecordGivesTheSameBytesAlsoOfThePast() {
    byte[] then = given().get("/record.zip?asOf=1").asByteArray();
    assertArrayEquals(then, given().get("/record.zip?asOf=1").asByteArray());
    String disposition = given().head("/record.zip?asOf=1").header("Content-Disposition");
    assertEquals("attachment; filename=\"record-1.zip\"", disposition);
    given().get("/record.zip?asof=1").then().statusCode(400);
    given().get("/record.zip?asOf=1000000").then().statusCode(404);
    given().post("/record.zip").then().statusCode(405);
  }
}
