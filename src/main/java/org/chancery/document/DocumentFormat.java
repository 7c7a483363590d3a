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
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of a line, as {@code document.schema.json} defines it. */
final class DocumentFormat {

  /** What an object has too much or too little: its other members have their form. */
  private static final Set<String> IN_A_MEMBER = Set.of("required", "additionalProperties");

  private static final String SCHEMA = "/document.schema.json";

  private final ObjectReader json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader()
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Schema validator;
  private final DocumentSchema schema;
  private final CanonicalForm canonicalForm;

  DocumentFormat() {
    try (InputStream resource = DocumentFormat.class.getResourceAsStream(SCHEMA)) {
      String text =
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
      this.validator =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
      this.schema = new DocumentSchema(json.readTree(text));
      this.canonicalForm = new CanonicalForm(schema);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  DocumentSchema schema() {
    return schema;
  }

  CanonicalForm canonicalForm() {
    return canonicalForm;
  }

  /** The form of a line. */
  LineForm read(int line, String text) {
    Faults faults = new Faults();
    try {
      if (json.readTree(text) instanceof ObjectNode node) {
        return check(line, node);
      }
      faults.add(line, "", "is not one JSON object.");
    } catch (JsonProcessingException failure) {
      faults.add(line, "", "is not one JSON object: " + reasonOf(failure) + ".");
    }
    return LineForm.unreadable(faults);
  }

  /** The form of an object that may be a line. */
  LineForm check(int line, ObjectNode node) {
    Faults faults = new Faults();
    Set<String> faulty = new HashSet<>();
    for (Error error :
        validator.validate(
            node, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))) {
      String path = error.getInstanceLocation().toString();
      faults.add(line, path, reasonOf(error));
      if (!IN_A_MEMBER.contains(error.getKeyword())) {
        faulty.add(path);
      }
    }
    checkTexts(line, "", node, faults, faulty);
    if (faults.none()) {
      return new LineForm(node, faults, path -> false);
    }
    if (schema.ofLine(node).isMissingNode()) {
      return LineForm.unreadable(faults);
    }
    MendedLine mended = new MendedLine(node, schema, faulty);
    return new LineForm(mended.line(), faults, mended::isReplaced);
  }

  /** In the words of the format, where those of JSON Schema tell a reader little. */
  private String reasonOf(Error error) {
    JsonNode form =
        schema.root().at(error.getSchemaLocation().getFragment().getParent().toString());
    return switch (error.getKeyword()) {
      case "pattern" ->
          "%s has not this form: %s".formatted(error.getInstanceNode(), described(form));
      case "minProperties", "maxProperties" -> "is to be one of both: " + described(form);
      case "additionalProperties" ->
          "has no member \"%s\"; it has %s."
              .formatted(
                  error.getProperty(),
                  form.path("properties")
                      .propertyStream()
                      .map(Map.Entry::getKey)
                      .collect(Collectors.joining(", ")));
      default -> error.getMessage() + ".";
    };
  }

  private static String described(JsonNode form) {
    return form.path("description").asText();
  }

  /** Without the classes that Jackson names. */
  private static String reasonOf(JsonProcessingException failure) {
    return failure
        .getOriginalMessage()
        .replaceAll("(?s)\\s*\\(?\\[Source:.*", "")
        .replaceAll(",? from `[^`]*`", "")
        .replaceAll(",? ?\\(?not allowed as per `?[\\w.]+`?\\)?", "");
  }

  /**
   * Refuses what is no text in any database: control characters, and halves of a character; and
   * what nobody can see.
   */
  private static void checkTexts(
      int line, String path, JsonNode node, Faults faults, Set<String> faulty) {
    String fault = node.isTextual() ? Texts.faultOf(node.textValue()) : null;
    if (fault != null) {
      faults.add(line, path, fault);
      faulty.add(path);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey().replace("~", "~0").replace("/", "~1");
      checkTexts(line, path + "/" + name, member.getValue(), faults, faulty);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      checkTexts(line, path + "/" + i, node.get(i), faults, faulty);
    }
  }
}
