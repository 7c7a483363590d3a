package org.chancery.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The form of a line, as {@code document.schema.json} defines it. */
final class DocumentFormat {

  private static final String SCHEMA = "/document.schema.json";

  private final ObjectReader json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader()
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Schema schema;
  private final CanonicalForm canonicalForm;

  DocumentFormat() {
    try (InputStream resource = DocumentFormat.class.getResourceAsStream(SCHEMA)) {
      String text =
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
      this.schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
      this.canonicalForm = new CanonicalForm(json.readTree(text));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  CanonicalForm canonicalForm() {
    return canonicalForm;
  }

  /**
   * The line's JSON object; null where it has faults, which are then among the faults.
   *
   * @param passedOver is told the type and the key of a line with faults
   */
  @Nullable ObjectNode read(
      int line, String text, Faults faults, BiConsumer<String, String> passedOver) {
    try {
      if (json.readTree(text) instanceof ObjectNode node) {
        return isValid(line, node, faults, passedOver) ? node : null;
      }
      faults.add(line, "", "is not one JSON object.");
    } catch (JsonProcessingException failure) {
      faults.add(line, "", "is not one JSON object: " + reasonOf(failure) + ".");
    }
    return null;
  }

  /** Whether an object has the form of a line; its faults are added to the others. */
  boolean isValid(int line, ObjectNode node, Faults faults, BiConsumer<String, String> passedOver) {
    List<Error> errors =
        schema.validate(
            node, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)));
    for (Error error : errors) {
      faults.add(line, error.getInstanceLocation().toString(), error.getMessage() + ".");
    }
    boolean hasOnlyText = hasOnlyText(line, "", node, faults);
    if (errors.isEmpty() && hasOnlyText) {
      return true;
    }
    checkDates(new JsonPart(node, line, "", faults));
    passedOver.accept(node.path("type").asText(), node.path("key").asText());
    return false;
  }

  /** Without the classes that Jackson names. */
  private static String reasonOf(JsonProcessingException failure) {
    return failure
        .getOriginalMessage()
        .replaceAll("(?s)\\s*\\(?\\[Source:.*", "")
        .replaceAll(",? from `[^`]*`", "")
        .replaceAll(",? ?\\(?not allowed as per `?[\\w.]+`?\\)?", "");
  }

  /** Those of a line that is not loaded, and checked no further. */
  private static void checkDates(JsonPart line) {
    if (line.node().path("date").isTextual()) {
      var unused = line.date("date");
    }
    for (JsonPart account : line.parts("accounts")) {
      if (account.node().path("publishedOn").isTextual()) {
        var unused = account.optionalDay("publishedOn");
      }
    }
  }

  /**
   * Refuses what is no text in any database: control characters, and halves of a character; and
   * what nobody can see.
   */
  private static boolean hasOnlyText(int line, String path, JsonNode node, Faults faults) {
    String fault = node.isTextual() ? Texts.faultOf(node.textValue()) : null;
    if (fault != null) {
      faults.add(line, path, fault);
      return false;
    }
    boolean clean = true;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      clean &= hasOnlyText(line, path + "/" + member.getKey(), member.getValue(), faults);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      clean &= hasOnlyText(line, path + "/" + i, node.get(i), faults);
    }
    return clean;
  }
}
