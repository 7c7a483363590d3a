package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record for spreadsheets and statistics: a table of CSV for each concept, and a
 * description of all their columns, as a data package of Frictionless Data (datapackage.org).
 */
@ApplicationScoped
public class RecordPackage {

  private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();

  private static final String DESCRIPTION =
      "The record of diplomatic meetings, a table for each concept. Things name each other by their keys. What is empty, nobody says."
          + " A text that a spreadsheet could take for a formula has an apostrophe before it, and so has one that begins with an"
          + " apostrophe: the first one of a cell is not part of it. The record as a document has all of it as it is.";

  private final RecordExport export;
  private final SpoolFiles files;
  private final DocumentSchema schema = new DocumentFormat().schema();

  RecordPackage(RecordExport export, SpoolFiles files) {
    this.export = export;
    this.files = files;
  }

  /**
   * Writes the record as of a revision.
   *
   * @param to is finished, and left open
   * @param source the revision, and when it was written
   * @throws IOException where it cannot be written to
   */
  public void write(OutputStream to, RecordExport.Source source) throws IOException {
    try (Tables tables = new Tables()) {
      tables.open();
      export.each(source.revision(), tables::add);
      ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
      put(zip, "datapackage.json", source.at(), JSON.writeValueAsBytes(descriptor(tables, source)));
      for (Spooled table : tables.all.values()) {
        table.rows.close();
        zip.putNextEntry(entry(table.table.file(), source.at()));
        Files.copy(table.file, zip);
        zip.closeEntry();
      }
      zip.finish();
    }
  }

  private static void put(ZipOutputStream zip, String name, @Nullable Instant at, byte[] bytes)
      throws IOException {
    zip.putNextEntry(entry(name, at));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Of the time of the revision, so that the same record gives the same bytes. */
  private static ZipEntry entry(String name, @Nullable Instant at) {
    ZipEntry entry = new ZipEntry(name);
    Instant time = at == null ? Instant.EPOCH : at;
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    return entry;
  }

  private static ObjectNode descriptor(Tables tables, RecordExport.Source source) {
    ObjectNode descriptor =
        new JsonMapper()
            .createObjectNode()
            .put("profile", "tabular-data-package")
            .put("name", "chancery-record")
            .put("title", "Diplomatic meetings")
            .put("description", DESCRIPTION)
            .put("version", String.valueOf(source.revision()));
    if (source.at() != null) {
      descriptor.put("created", source.at().toString());
    }
    ArrayNode resources = descriptor.putArray("resources");
    tables.all.values().forEach(table -> resources.add(table.table.descriptor()));
    return descriptor;
  }

  /** A table in a file of its own, until all of it is there. */
  private record Spooled(PackageTable table, Path file, CSVPrinter rows) {}

  /** All tables while they are filled. */
  private final class Tables implements Closeable {

    private final Map<String, Spooled> all = new LinkedHashMap<>();

    void open() throws IOException {
      open(PackageTable.of(schema, "parties", "party", null));
      open(PackageTable.of(schema, "topics", "topic", null));
      open(PackageTable.of(schema, "participants", "participant", null));
      open(PackageTable.of(schema, "events", "event", null));
      open(PackageTable.of(schema, "meetings", "meeting", null));
      open(PackageTable.of(schema, "participations", "participation", "meeting"));
      open(PackageTable.of(schema, "accounts", "account", "meeting"));
      open(PackageTable.of(schema, "statements", "statement", "account"));
      open(PackageTable.of(schema, "quotations", "quotation", "statement"));
      open(PackageTable.of(schema, "links", "link", "meeting"));
      open(PackageTable.ofNames(schema));
    }

    private void open(PackageTable table) throws IOException {
      Path file = files.create(table.name());
      CSVPrinter rows =
          new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180);
      all.put(table.name(), new Spooled(table, file, rows));
      rows.printRecord(table.header());
    }

    void add(ObjectNode line) throws IOException {
      String key = line.path("key").asText();
      String type = line.path("type").asText();
      add(tableOf(type), line, "", 1);
      each(
          line.path("otherNames"),
          (name, position) -> {
            ObjectNode named = ((ObjectNode) name).deepCopy().put("type", type);
            add("names", named, key, position);
          });
      each(
          line.path("participations"),
          (one, position) -> add("participations", one, key, position));
      each(line.path("links"), (one, position) -> add("links", one, key, position));
      each(
          line.path("accounts"),
          (account, place) -> {
            add("accounts", account, key, place);
            each(
                account.path("statements"),
                (statement, position) -> {
                  add("statements", statement, account.path("key").asText(), position);
                  each(
                      statement.path("quotations"),
                      (quotation, number) ->
                          add("quotations", quotation, statement.path("key").asText(), number));
                });
          });
    }

    private static String tableOf(String type) {
      return type.equals("party") ? "parties" : type + "s";
    }

    private void add(String table, JsonNode thing, String carrier, int position)
        throws IOException {
      Spooled spooled = Objects.requireNonNull(all.get(table));
      spooled.rows.printRecord(spooled.table.cells(new PackageTable.Row(thing, carrier, position)));
    }

    private void each(JsonNode list, Visitor visitor) throws IOException {
      int position = 0;
      for (JsonNode item : list) {
        position++;
        visitor.visit(item, position);
      }
    }

    /** All of them, whatever becomes of each. */
    @Override
    public void close() {
      for (Spooled table : all.values()) {
        try {
          table.rows.close();
        } catch (IOException full) {
          // Who writes has been told already.
        }
        files.delete(table.file);
      }
    }
  }

  /** Takes an item of a list, and where it stands, from 1 on. */
  @FunctionalInterface
  private interface Visitor {
    void visit(JsonNode item, int position) throws IOException;
  }
}
