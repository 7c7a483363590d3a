package org.chancery.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.chancery.database.OneWriter;
import org.chancery.proof.RevisionTree;
import org.chancery.record.JsonLines;
import org.chancery.record.RecordClock;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a record with all of its past and its proof into an empty one. What is written is what the
 * history says, row by row, and is kept only where it is what was signed.
 */
@ApplicationScoped
public class HistoryImport {

  private static final Logger LOG = Logger.getLogger(HistoryImport.class);

  private static final JsonMapper JSON = new JsonMapper();

  private static final int AT_ONCE = 500;

  private final EntityManager entities;
  private final RecordVerification verification;
  private final Clock clock;

  HistoryImport(EntityManager entities, RecordVerification verification, Clock clock) {
    this.entities = entities;
    this.verification = verification;
    this.clock = clock;
  }

  /**
   * Takes a history in, all of it or nothing.
   *
   * @param history as {@link HistoryExport} writes it
   * @param progress is told the number of each line
   * @return how many revisions it has
   * @throws HistoryFault where it is none, or not what was signed, or the record is not empty
   */
  @ActivateRequestContext
  public int load(InputStream history, IntConsumer progress) {
    return OneWriter.write(
        () ->
            QuarkusTransaction.joiningExisting()
                .timeout(HistoryExport.LONGEST)
                .call(() -> loadAll(history, progress)));
  }

  private int loadAll(InputStream history, IntConsumer progress) {
    RecordClock.Moment moment = RecordClock.next(entities, clock.instant());
    if (moment.revision() != 1) {
      throw new HistoryFault(
          "The record has revisions already: a history goes into an empty one. A document can be loaded into any.");
    }
    Loading loaded =
        entities
            .unwrap(Session.class)
            .doReturningWork(connection -> new Loading(connection).load(history, progress));
    List<String> faults =
        verification.verify(List.of(), revision -> progress.accept(loaded.line)).faults();
    if (faults.stream().anyMatch(fault -> fault.contains("is signed with another key than"))) {
      throw new HistoryFault(
          "It is signed with another key than this instance has: give it that one first, as CHANCERY_PROOF_KEY or as proof-key.pem in the data folder.");
    }
    if (!faults.isEmpty()) {
      throw new HistoryFault("It is not what was signed.\n" + String.join("\n", faults));
    }
    return loaded.revision;
  }

  /** One history on its way into the record. */
  private final class Loading {

    private final Connection connection;
    private final Map<String, HistoryRows> tables = new LinkedHashMap<>();
    private final PreparedStatement changes;
    private final PreparedStatement lines;
    private int batched;
    private int line;
    private int revision;
    private @Nullable UUID revisionId;
    private Instant at = Instant.EPOCH;
    private int erased;

    Loading(Connection connection) throws SQLException {
      this.connection = connection;
      this.changes =
          connection.prepareStatement(
              "insert into record_change (revision_id, revision_number, position, kind, thing_kind, thing_id, line_id, thing_key, before_members, after_members, salt, digest)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'RECORDED' then null else (select p.after_members from record_change p"
                  + " where p.thing_id = ? order by p.revision_number desc limit 1) end, ?, ?, ?)");
      this.lines =
          connection.prepareStatement(
              "insert into revision_line (revision_number, line_kind, line_id, salt, digest) values (?, ?, ?, ?, ?)");
      for (Map.Entry<String, HistoryTable> table : HistoryRows.tables().entrySet()) {
        tables.put(table.getKey(), new HistoryRows(connection, table.getValue()));
      }
    }

    Loading load(InputStream history, IntConsumer progress) throws SQLException {
      JsonLines texts = HistoryLine.in(history);
      try {
        for (String text = texts.next(); text != null; text = texts.next()) {
          line = texts.number();
          take(text);
          progress.accept(line);
        }
        if (revision == 0) {
          throw new HistoryFault("There is no revision in it.");
        }
        finish();
      } catch (JsonProcessingException | CharacterCodingException noJson) {
        throw new HistoryFault(
            texts.number(),
            "is no JSON. A history that is compressed has to be taken out of that first.");
      } catch (JsonLines.TooLongException tooLong) {
        throw new HistoryFault(texts.number(), "is longer than any line of a history.");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (IllegalArgumentException | DateTimeException malformed) {
        throw new HistoryFault(line, "is no line of a history.");
      } catch (SQLException | HibernateException refused) {
        if (!isOfTheData(refused)) {
          throw refused;
        }
        LOG.debug("A history was refused by the database", refused);
        throw new HistoryFault(
            "What it says does not fit together, up to line %d: \"verify --history\" tells what it is."
                .formatted(line));
      }
      return this;
    }

    /** Whether a value or a constraint is what the database does not like (SQL: classes 22, 23). */
    private static boolean isOfTheData(Exception refused) {
      Throwable cause = refused instanceof HibernateException ? refused.getCause() : refused;
      return cause instanceof SQLException sql
          && String.valueOf(sql.getSQLState()).matches("2[23].*");
    }

    private void take(String text) throws IOException, SQLException {
      JsonNode told = JSON.readTree(text);
      HistoryLine.requireKnown(told, text);
      if (told.has(HistoryLine.REVISION) && told.has("leaf")) {
        begin(told);
      } else if (revision == 0) {
        throw new HistoryFault(line, "A history begins with a revision.");
      } else if (told.has(HistoryLine.CHANGE)) {
        change(told);
      } else if (told.has(HistoryLine.TABLE)) {
        HistoryRows table = tables.get(told.path(HistoryLine.TABLE).asText());
        if (table == null) {
          throw new HistoryFault(line, "There is no such table.");
        }
        if (told.has(HistoryLine.BEGUN)) {
          table.begin(told.path(HistoryLine.BEGUN));
        } else {
          table.end(told.path(HistoryLine.ENDED), revision);
        }
      } else if (told.has(HistoryLine.LINE)) {
        line(told);
      } else if (told.has(HistoryLine.ERASED)) {
        erased(told.path(HistoryLine.ERASED));
      } else {
        throw new HistoryFault(line, "is no line of a history.");
      }
    }

    private void begin(JsonNode told) throws SQLException {
      flush();
      revision++;
      erased = 0;
      if (told.path(HistoryLine.REVISION).asInt() != revision) {
        throw new HistoryFault(line, "Revision %d is not there.".formatted(revision));
      }
      revisionId = UUID.fromString(told.path("id").asText());
      at = Instant.parse(told.path("at").asText());
      run(
          "insert into revision (id, number, written_at, editor, reason) values (?, ?, ?, ?, ?)",
          revisionId,
          revision,
          at.atOffset(ZoneOffset.UTC),
          told.path("editor").asText(),
          text(told, "reason"));
      run(
          "insert into revision_proof (revision_number, leaf, salt, root, origin, signer, signature) values (?, ?, ?, ?, ?, ?, ?)",
          revision,
          told.path("leaf").asText(),
          told.path("salt").asText(),
          told.path("root").asText(),
          told.path("origin").asText(),
          told.path("signer").asText(),
          told.path("signature").asText());
      var unused = new RevisionTree(connection).append(revision, told.path("leaf").asText());
    }

    private void change(JsonNode told) throws SQLException {
      UUID thing = UUID.fromString(told.path("id").asText());
      set(
          changes,
          revisionId,
          revision,
          told.path(HistoryLine.CHANGE).intValue(),
          told.path("kind").asText(),
          told.path("thing").asText(),
          thing,
          UUID.fromString(told.path("line").asText()),
          text(told, "key"),
          told.path("kind").asText(),
          thing,
          told.has("after") ? told.path("after").toString() : null,
          told.path("salt").asText(),
          told.path("digest").asText());
      batch(changes);
    }

    private void line(JsonNode told) throws SQLException {
      set(
          lines,
          revision,
          told.path("kind").asText(),
          UUID.fromString(told.path(HistoryLine.LINE).asText()),
          told.path("salt").asText(),
          told.path("digest").asText());
      batch(lines);
    }

    private void erased(JsonNode told) throws SQLException {
      erased++;
      run(
          "insert into erased_digest (revision_id, revision_number, position, of_revision, change_position, line_id, before_digest, after_digest) values (?, ?, ?, ?, ?, ?, ?, ?)",
          revisionId,
          revision,
          erased,
          told.path("revision").intValue(),
          told.path("change").isInt() ? told.path("change").intValue() : null,
          HistoryRows.uuid(told.path("line")),
          told.path("before").asText(),
          told.path("after").asText());
    }

    private static @Nullable String text(JsonNode told, String member) {
      return told.hasNonNull(member) ? told.path(member).asText() : null;
    }

    private void batch(PreparedStatement statement) throws SQLException {
      statement.addBatch();
      if (++batched % AT_ONCE == 0) {
        flush();
      }
    }

    private void flush() throws SQLException {
      changes.executeBatch();
      lines.executeBatch();
    }

    private void run(String sql, @Nullable Object... parameters) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        set(statement, parameters);
        statement.executeUpdate();
      }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters)
        throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
    }

    /** The present is the end of the past. */
    private void finish() throws SQLException {
      flush();
      try (changes;
          lines) {
        for (HistoryRows table : tables.values()) {
          table.close();
        }
      }
      for (HistoryTable table : HistoryRows.tables().values()) {
        String columns = String.join(", ", HistoryWriter.columnsOf(entities, table));
        run(
            "insert into %1$s (%2$s) select %2$s from history.%1$s where until_revision is null order by %3$s"
                .formatted(
                    table.name(),
                    columns,
                    // What a statement is reported in stands before it.
                    table.name().equals("statement") ? "meeting_id, sequence" : table.key()));
      }
      WordsOfH2.writeAll(entities);
      RecordClock.advance(entities, new RecordClock.Moment(at, revision));
    }
  }
}
