package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import org.chancery.record.RecordClock;

/**
 * Loads a document into the record, all of it or nothing. Every line is checked against the schema
 * and against the record's rules, and all faults are told, not only the first.
 */
@ApplicationScoped
public class DocumentLoader {

  /** So many lines are held in memory before they go to the database. */
  private static final int LINES_AT_ONCE = 50;

  private final EntityManager entities;
  private final Clock clock;
  private final DocumentFormat format = new DocumentFormat();

  DocumentLoader(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Loads a document.
   *
   * @param document NDJSON in UTF-8; empty lines are passed over
   * @return how many things with a line of their own were loaded
   * @throws FaultyDocumentException where it has faults; then nothing of it was loaded
   */
  @Transactional
  public int load(InputStream document) {
    Faults faults = new Faults();
    Instant now = RecordClock.next(entities, clock.instant());
    KeyResolver known = new KeyResolver(entities);
    LineLoader loader = new LineLoader(known, entities, faults, now);
    int loaded = 0;
    int line = 1;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8.newDecoder()))) {
      DocumentLines lines = new DocumentLines(reader);
      for (String text = lines.next(); text != null; text = lines.next(), line++) {
        if (!text.isBlank()) {
          JsonNode node = format.read(line, text, faults, known::mention);
          if (node != null) {
            loader.load(new JsonPart(node, line, "", faults));
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
    return loaded;
  }
}
