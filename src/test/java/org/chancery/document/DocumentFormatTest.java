package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema of the document format, and what the documentation says of it. */
class DocumentFormatTest {

  private static final Pattern JSON_BLOCK = Pattern.compile("(?s)```json\n(.*?)```");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DocumentFormat format = new DocumentFormat();

  @Test
  void everyMemberIsDescribed() throws IOException {
    JsonNode schema =
        JSON.readTree(Files.readString(Path.of("src/main/resources/document.schema.json")));
    List<String> undescribed = new ArrayList<>();
    int members = 0;
    for (Map.Entry<String, JsonNode> definition : schema.path("$defs").properties()) {
      assertNotNull(definition.getValue().path("description").textValue(), definition.getKey());
      for (Map.Entry<String, JsonNode> member :
          definition.getValue().path("properties").properties()) {
        members++;
        JsonNode meaning = member.getValue();
        if (!meaning.has("description")) {
          meaning = schema.at(meaning.path("$ref").asText().replaceFirst("^#", ""));
        }
        if (meaning.path("description").asText().isBlank()) {
          undescribed.add(definition.getKey() + "." + member.getKey());
        }
      }
    }
    assertEquals(List.of(), undescribed);
    assertTrue(members > 50, "the schema was not read");
  }

  @Test
  void theExamplesOfTheDocumentationAreValid() throws IOException {
    List<String> examples =
        JSON_BLOCK
            .matcher(Files.readString(Path.of("docs/document.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertEquals(4, examples.size());
    for (String example : examples) {
      assertEquals(List.of(), format.read(1, example).faults().all());
    }
  }

  /** The sample is loaded in other tests; this one holds that its ids stay what they are. */
  @Test
  void theSamplesIdsAreAllDifferent() throws IOException {
    Set<String> ids = new HashSet<>();
    int found = 0;
    for (String line : Files.readAllLines(Path.of("src/main/resources/sample.ndjson"))) {
      for (JsonNode id : JSON.readTree(line).findValues("id")) {
        ids.add(id.asText());
        found++;
      }
    }
    assertEquals(found, ids.size());
  }
}
