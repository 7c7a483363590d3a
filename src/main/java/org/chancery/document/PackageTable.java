package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chancery.record.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * A table of a data package: a concept of the document format, a column for each member that is a
 * value. Names, types and descriptions are those of {@code document.schema.json}, so that neither
 * can drift.
 */
final class PackageTable {

  private static final JsonMapper JSON = new JsonMapper();

  /** Members that have a table of their own. */
  private static final Set<String> APART =
      Set.of(
          "type", "otherNames", "participations", "accounts", "statements", "links", "quotations");

  /** Tables whose keys are named by members. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("party", "parties"),
          Map.entry("host", "parties"),
          Map.entry("side", "parties"),
          Map.entry("onBehalfOf", "parties"),
          Map.entry("initiator", "parties"),
          Map.entry("participant", "participants"),
          Map.entry("event", "events"),
          Map.entry("meeting", "meetings"),
          Map.entry("account", "accounts"),
          Map.entry("statement", "statements"),
          Map.entry("reportedIn", "statements"),
          Map.entry("one", "statements"),
          Map.entry("other", "statements"));

  private static final String KEY = "key";
  private static final String STRING = "string";

  private final String name;
  private final String description;
  private final List<Column> columns = new ArrayList<>();
  private final @Nullable String primaryKey;

  private PackageTable(String name, String description, @Nullable String primaryKey) {
    this.name = name;
    this.description = description;
    this.primaryKey = primaryKey;
  }

  /**
   * A column.
   *
   * @param value its text in a row; empty where nobody says
   */
  private record Column(
      String name,
      String type,
      String description,
      boolean isRequired,
      Function<Row, String> value) {}

  /**
   * A row to be written.
   *
   * @param thing as the document has it
   * @param carrier the key of what carries it; empty where nothing does
   * @param position where it stands there, from 1 on
   */
  record Row(JsonNode thing, String carrier, int position) {}

  /**
   * The table of a concept.
   *
   * @param definition its name in the schema
   * @param carrier what carries it; null where it has lines of its own
   */
  static PackageTable of(
      DocumentSchema schema, String name, String definition, @Nullable String carrier) {
    JsonNode form = schema.root().path("$defs").path(definition);
    PackageTable table =
        new PackageTable(
            name, form.path("description").asText(), form.path("properties").has(KEY) ? KEY : "id");
    if (carrier != null) {
      table.carriedBy(carrier);
    }
    Set<String> required = Set.copyOf(texts(form.path("required")));
    form.path("properties")
        .properties()
        .forEach(
            member -> {
              if (member.getKey().equals("statements") && definition.equals("link")) {
                table.ends();
              } else if (!APART.contains(member.getKey())) {
                table.add(
                    schema,
                    member.getKey(),
                    member.getValue(),
                    required.contains(member.getKey()) || member.getKey().equals(table.primaryKey));
              }
            });
    return table;
  }

  /** The other names of whatever has names. */
  static PackageTable ofNames(DocumentSchema schema) {
    JsonNode form = schema.root().path("$defs").path("otherNames");
    PackageTable table = new PackageTable("names", form.path("description").asText(), null);
    table.column(
        "kind",
        STRING,
        "What has the name: party, topic or participant.",
        true,
        row -> row.thing().path("type").asText());
    table.column(KEY, STRING, "Its key.", true, Row::carrier);
    table.column(
        "position",
        "integer",
        "Where the name stands among them, from 1 on.",
        true,
        row -> String.valueOf(row.position()));
    form.path("items")
        .path("properties")
        .properties()
        .forEach(
            member ->
                table.add(
                    schema, member.getKey(), member.getValue(), member.getKey().equals("name")));
    return table;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private void carriedBy(String carrier) {
    column(
        carrier,
        STRING,
        "The key of the %s that it belongs to.".formatted(carrier),
        true,
        Row::carrier);
    column(
        "position",
        "integer",
        "Where it stands there, from 1 on.",
        true,
        row -> String.valueOf(row.position()));
  }

  private void ends() {
    List<String> ends = List.of("one", "other");
    for (int i = 0; i < ends.size(); i++) {
      int end = i;
      column(
          ends.get(i),
          STRING,
          "The key of a statement.",
          true,
          row -> row.thing().path("statements").path(end).asText());
    }
  }

  private void add(DocumentSchema schema, String member, JsonNode declared, boolean isRequired) {
    JsonNode form = schema.resolved(declared);
    String told =
        declared.has("description")
            ? declared.path("description").asText()
            : form.path("description").asText();
    if (form.path("type").asText().equals("array")) {
      JsonNode item = schema.resolved(form.path("items"));
      boolean isNamed = item.has("properties");
      // Neither keys nor addresses have a space in them.
      String separator = isNamed || item.has("pattern") ? " " : "; ";
      column(
          member,
          STRING,
          told
              + (isNamed
                  ? " In their order, as participant:KEY or party:KEY with spaces between them."
                  : " With \"%s\" between them.".formatted(separator)),
          isRequired,
          row -> joined(row.thing().path(member), separator));
    } else if (form.has("properties")) {
      form.path("properties")
          .properties()
          .forEach(
              part ->
                  column(
                      member + "." + part.getKey(),
                      typeOf(part.getValue()),
                      told + " " + part.getValue().path("description").asText(),
                      false,
                      row -> row.thing().path(member).path(part.getKey()).asText()));
    } else {
      column(member, typeOf(form), told, isRequired, row -> row.thing().path(member).asText());
    }
  }

  private static String typeOf(JsonNode form) {
    return form.path("type").asText(STRING);
  }

  private static String joined(JsonNode list, String separator) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : list) {
      if (item.isObject()) {
        item.properties().forEach(end -> items.add(end.getKey() + ":" + end.getValue().asText()));
      } else {
        // Where a list is separated by semicolons, each item is a cell to some spreadsheets.
        items.add(SpreadsheetCell.of(item.asText()));
      }
    }
    return String.join(separator, items);
  }

  private void column(
      String column, String type, String told, boolean isRequired, Function<Row, String> value) {
    columns.add(new Column(column, type, told.strip(), isRequired, value));
  }

  String name() {
    return name;
  }

  String file() {
    return name + ".csv";
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  List<String> cells(Row row) {
    return columns.stream().map(column -> SpreadsheetCell.of(column.value().apply(row))).toList();
  }

  /** As a tabular data resource describes it (Frictionless Data Package 1). */
  ObjectNode descriptor() {
    ObjectNode resource =
        JSON.createObjectNode()
            .put("profile", "tabular-data-resource")
            .put("name", name)
            .put("path", file())
            .put("description", description)
            .put("mediatype", "text/csv")
            .put("encoding", "utf-8");
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    ArrayNode foreign = JSON.createArrayNode();
    for (Column column : columns) {
      ObjectNode field =
          fields
              .addObject()
              .put("name", column.name())
              .put("type", column.type())
              .put("description", column.description());
      if (column.isRequired()) {
        field.putObject("constraints").put("required", true);
      }
      String named = NAMED.get(column.name());
      if (named != null) {
        ObjectNode reference = foreign.addObject().put("fields", column.name());
        reference.putObject("reference").put("resource", named).put("fields", KEY);
      }
    }
    if (primaryKey != null) {
      schema.put("primaryKey", primaryKey);
    }
    if (!foreign.isEmpty()) {
      schema.set("foreignKeys", foreign);
    }
    return resource;
  }
}
