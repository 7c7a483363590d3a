package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.chancery.record.RecordClock;
import org.chancery.revision.Author;
import org.chancery.search.WordIndex;

/**
 * Loads a document into the record, all of it or nothing. Every line is checked against the schema
 * and against the record's rules, and all faults are told, not only the first.
 */
@ApplicationScoped
public class DocumentLoader {

  /** So many lines are held in memory before they go to the database. */
  private static final int LINES_AT_ONCE = 50;

  private static final Author COMMAND_LINE = new Author("import", null);

  private final EntityManager entities;
  private final WordIndex words;
  private final Clock clock;
  private final DocumentFormat format = new DocumentFormat();

  DocumentLoader(EntityManager entities, WordIndex words, Clock clock) {
    this.entities = entities;
    this.words = words;
    this.clock = clock;
  }

  /**
   * What became of a document.
   *
   * @param lines how many it has
   * @param changes how many things of the record are new, changed or gone
   */
  public record Loaded(int lines, int changes) {}

  /** Loads a document from the command line. */
  @Transactional
  public Loaded load(InputStream document) {
    return load(document, COMMAND_LINE);
  }

  /**
   * Loads a document. A thing that the record has is amended where it differs. *
   *
   * @param document NDJSON in UTF-8; empty lines are passed over
   * @param author of the revision that this makes
   * @throws FaultyDocumentException where it has faults; then nothing of it was loaded
   */
  @Transactional
  public Loaded load(InputStream document, Author author) {
    Faults faults = new Faults();
    RevisionLog log = new RevisionLog(entities, RecordClock.next(entities, clock.instant()));
    RevisionWriter revision =
        new RevisionWriter(entities, words, format.canonicalForm(), faults, log, author);
    int loaded = 0;
    int line = 1;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8.newDecoder()))) {
      DocumentLines lines = new DocumentLines(reader);
      for (String text = lines.next(); text != null; text = lines.next(), line++) {
        if (!text.isBlank()) {
          ObjectNode node = format.read(line, text, faults, revision.known()::mention);
          if (node != null) {
            var unused = revision.write(line, node);
          }
          if (++loaded % LINES_AT_ONCE == 0 && faults.none()) {
            entities.flush();
            entities.clear();
          }
        }
      }
    } catch (CharacterCodingException notUtf8) {
      faults.add(line, "", "This line, or one soon after it, is not UTF-8.");
    } catch (DocumentLines.TooLongException tooLong) {
      faults.add(
          line,
          "",
          "has more than %,d characters: a line is one thing.".formatted(DocumentLines.MOST));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    faults.throwIfAny();
    log.write();
    return new Loaded(loaded, log.changes());
  }
}
