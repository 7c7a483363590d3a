package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.chancery.database.OneWriter;
import org.chancery.record.RecordClock;
import org.chancery.revision.Author;
import org.chancery.search.WordIndex;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Loads a document into the record, all of it or nothing. Every line is checked against the schema
 * and against the record's rules, and all faults are told, not only the first.
 */
@ApplicationScoped
public class DocumentLoader {

  /** So many lines are held in memory before they go to the database. */
  private static final int LINES_AT_ONCE = 50;

  /** In seconds: a request has limits of its own, but a whole record takes what it takes. */
  private static final int LONGEST = 24 * 60 * 60;

  private final EntityManager entities;
  private final WordIndex words;
  private final Clock clock;
  private final Path folder;
  private final DocumentFormat format = new DocumentFormat();

  DocumentLoader(
      EntityManager entities,
      WordIndex words,
      Clock clock,
      @ConfigProperty(name = "chancery.data") Path folder) {
    this.entities = entities;
    this.words = words;
    this.clock = clock;
    this.folder = folder;
  }

  /**
   * What became of a document.
   *
   * @param lines how many it has
   * @param changes how many things of the record are new, changed or gone
   * @param revision the one that it made; null where it changed nothing, or was only tried
   */
  public record Loaded(int lines, int changes, @Nullable Integer revision) {}

  /**
   * Loads a document. A thing that the record has is amended where it differs. A line may stand
   * before those that it names.
   *
   * @param document NDJSON in UTF-8; empty lines are passed over
   * @param editor whom the revision that this makes names
   * @param isTrial whether nothing of it is kept
   * @param progress is told the number of each line that was read
   * @throws FaultyDocumentException where it has faults; then nothing of it was loaded
   */
  @ActivateRequestContext
  public Loaded load(InputStream document, String editor, boolean isTrial, IntConsumer progress) {
    return OneWriter.write(() -> loadAlone(document, editor, isTrial, progress));
  }

  private Loaded loadAlone(
      InputStream document, String editor, boolean isTrial, IntConsumer progress) {
    if (!isTrial) {
      return QuarkusTransaction.joiningExisting()
          .timeout(LONGEST)
          .call(() -> new Loading(editor).load(document, progress));
    }
    QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST));
    try {
      return new Loading(editor).load(document, progress);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** The same, of which nobody waits to hear. */
  public Loaded load(InputStream document, String editor) {
    return load(document, editor, false, line -> {});
  }

  /** One document on its way into the record. */
  private final class Loading {

    private final Faults faults = new Faults();
    private final RevisionLog log;
    private final RevisionWriter revision;
    private int loaded;

    /** In a transaction. */
    Loading(String editor) {
      this.log = new RevisionLog(entities, RecordClock.next(entities, clock.instant()));
      this.revision =
          new RevisionWriter(
              entities, words, format.canonicalForm(), log, new Author(editor, null));
    }

    Loaded load(InputStream document, IntConsumer progress) {
      try (DeferredLines deferred = new DeferredLines(folder)) {
        int lines = readAll(document, deferred, progress);
        loadAgain(deferred, progress);
        faults.throwIfAny();
        log.write();
        return new Loaded(
            lines, log.changes(), log.changes() == 0 ? null : log.moment().revision());
      }
    }

    private int readAll(InputStream document, DeferredLines deferred, IntConsumer progress) {
      int line = 1;
      int lines = 0;
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(document, StandardCharsets.UTF_8.newDecoder()))) {
        DocumentLines all = new DocumentLines(reader);
        for (String text = all.next(); text != null; text = all.next(), line++) {
          if (!text.isBlank()) {
            load(line, text, deferred);
            lines++;
          }
          progress.accept(line);
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
      return lines;
    }

    /** As long as that helps: a line may wait for one that waits for another. */
    private void loadAgain(DeferredLines first, IntConsumer progress) {
      DeferredLines waiting = first;
      while (waiting.size() > 0) {
        DeferredLines deferred = new DeferredLines(folder);
        waiting.forEach(
            (line, text) -> {
              load(line, text, deferred);
              progress.accept(line);
            });
        boolean isOver = deferred.size() == waiting.size();
        waiting.close();
        waiting = deferred;
        if (isOver) {
          tellFaultsOf(waiting);
          break;
        }
      }
      waiting.close();
    }

    /** Those that are named by others with faults are told for their own faults alone. */
    private void tellFaultsOf(DeferredLines waiting) {
      waiting.forEach((line, text) -> mention(node(line, text)));
      waiting.forEach((line, text) -> load(line, text, null));
    }

    /**
     * Loads a line.
     *
     * @param deferred where it goes if it may be loaded later; null where all of it was tried
     */
    private void load(int line, String text, @Nullable DeferredLines deferred) {
      ObjectNode node = node(line, text);
      if (node == null) {
        return;
      }
      Faults ofLine = revision.write(line, node, deferred == null || !faults.none()).faults();
      if (deferred != null && ofLine.mayPass()) {
        deferred.add(line, text);
      } else if (!ofLine.none()) {
        faults.addAll(ofLine);
        mention(node);
      }
      if (++loaded % LINES_AT_ONCE == 0 && faults.none()) {
        entities.flush();
        entities.clear();
      }
    }

    private @Nullable ObjectNode node(int line, String text) {
      return format.read(line, text, faults, revision.known()::mention);
    }

    private void mention(@Nullable ObjectNode node) {
      if (node != null) {
        revision.known().mention(node.path("type").asText(), node.path("key").asText());
      }
    }
  }
}
