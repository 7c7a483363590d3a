package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.chancery.database.OneWriter;
import org.chancery.database.Plans;
import org.chancery.record.RecordClock;
import org.chancery.revision.Author;
import org.chancery.revision.RevisionSeal;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Loads a document into the record, all of it or nothing. Every line is checked against the schema
 * and against the record's rules, and all faults are told, not only the first.
 */
@ApplicationScoped
public class DocumentLoader {

  /** In seconds: a request has limits of its own, but a whole record takes what it takes. */
  static final int LONGEST = 24 * 60 * 60;

  private final EntityManager entities;
  private final TransactionManager transactions;
  private final Clock clock;
  private final SpoolFiles files;
  private final RevisionSeal seal;
  private final DocumentFormat format = new DocumentFormat();

  DocumentLoader(
      EntityManager entities,
      TransactionManager transactions,
      Clock clock,
      SpoolFiles files,
      RevisionSeal seal) {
    this.entities = entities;
    this.transactions = transactions;
    this.clock = clock;
    this.files = files;
    this.seal = seal;
  }

  /**
   * What became of a document.
   *
   * @param lines how many it has
   * @param changes how many things of the record are new, changed or gone
   * @param revision the one that it made; null where it changed nothing, or was only tried
   * @param leftOut how many lines were, because of their faults
   * @param refused these faults
   */
  public record Loaded(
      int lines, int changes, @Nullable Integer revision, int leftOut, FaultsTold refused) {}

  /**
   * Loads a document. A thing that the record has is amended where it differs. A line may stand
   * before those that it names.
   *
   * @param document NDJSON in UTF-8; empty lines are passed over
   * @param editor whom the revision that this makes names
   * @param mayMerge whether it may say that two things are one
   * @param reason why; null where nobody says
   * @param mode what shall become of it
   * @param progress is told the number of each line that was read
   * @throws FaultyDocumentException where it has faults; then nothing of it was loaded
   * @throws IllegalArgumentException where the reason cannot be one; the message says why
   */
  @ActivateRequestContext
  public Loaded load(
      InputStream document,
      String editor,
      boolean mayMerge,
      @Nullable String reason,
      LoadMode mode,
      IntConsumer progress) {
    String fault = Reason.faultOf(reason);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    Author author = new Author(editor, reason);
    return mode == LoadMode.TRIAL
        ? tried(document, author, mayMerge, progress)
        : OneWriter.write(
            () ->
                QuarkusTransaction.joiningExisting()
                    .timeout(LONGEST)
                    .call(
                        () ->
                            new Loading(
                                    author,
                                    mayMerge,
                                    RecordClock.next(entities, clock.instant()),
                                    mode)
                                .load(document, progress)));
  }

  /** Nobody waits for what writes nothing: it reads the record as it is when it begins. */
  private Loaded tried(
      InputStream document, Author author, boolean mayMerge, IntConsumer progress) {
    QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST));
    try {
      return new Loading(
              author, mayMerge, new RecordClock.Moment(clock.instant(), 0), LoadMode.TRIAL)
          .load(document, progress);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** The same of the operator, without a reason. */
  public Loaded load(InputStream document, String editor, IntConsumer progress) {
    return load(document, editor, true, null, LoadMode.WHOLE, progress);
  }

  /** One document on its way into the record. */
  private final class Loading {

    private final Faults faults = new Faults();
    private final TransactionThread sender = new TransactionThread(transactions);
    private final RevisionLog log;
    private final RevisionWriter revision;
    private final LoadMode mode;
    private final boolean mayMerge;
    private int changes;
    private int leftOut;

    /** Whether the lines so far are in the database. */
    private boolean hasOthers;

    /** In a transaction. */
    Loading(Author author, boolean mayMerge, RecordClock.Moment moment, LoadMode mode) {
      Plans.goByKeys(entities.unwrap(Session.class));
      this.log = new RevisionLog(entities, moment, seal, sender::run);
      this.revision = new RevisionWriter(entities, format.canonicalForm(), log, author);
      this.mode = mode;
      this.mayMerge = mayMerge;
    }

    Loaded load(InputStream document, IntConsumer progress) {
      try (DeferredLines deferred = new DeferredLines(files)) {
        int lines = readAll(document, deferred, progress);
        loadAgain(deferred, progress);
        if (mode != LoadMode.PARTIAL) {
          faults.throwIfAny();
        }
        log.write();
        return new Loaded(
            lines,
            changes,
            mode == LoadMode.TRIAL || changes == 0 ? null : log.moment().revision(),
            leftOut,
            faults.told());
      } finally {
        log.rows().close();
        sender.close();
      }
    }

    private int readAll(InputStream document, DeferredLines deferred, IntConsumer progress) {
      int readLines = 0;
      try (LinesAhead lines = new LinesAhead(document, format)) {
        log.rows().beforeMany(() -> revision.foresee(lines.ahead()));
        for (LinesAhead.Line line = lines.next(); line != null; line = lines.next()) {
          if (line.fault() != null) {
            faults.add(line.number(), "", line.fault());
            leftOut++;
          } else {
            foresee(line.form(), lines);
            load(line.number(), line.form(), line.text(), deferred);
          }
          readLines++;
          progress.accept(line.number());
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return readLines;
    }

    /** What was not foreseen while lines before were sent, such as at the beginning. */
    private void foresee(LineForm form, LinesAhead lines) {
      ObjectNode line = form.line();
      if (line != null && !revision.known().isForeseen(line)) {
        List<ObjectNode> next = new ArrayList<>(List.of(line));
        next.addAll(lines.ahead());
        revision.foresee(next);
      }
    }

    /** As long as that helps: a line may wait for one that waits for another. */
    private void loadAgain(DeferredLines first, IntConsumer progress) {
      DeferredLines waiting = first;
      boolean isOver = false;
      while (waiting.size() > 0 && !isOver) {
        DeferredLines deferred = loadOnceMore(waiting, progress);
        isOver = deferred.size() == waiting.size();
        waiting = deferred;
      }
      try (DeferredLines rest = waiting) {
        tellFaultsOf(rest);
      }
    }

    /** Loads lines that waited, and gives out those that wait on. */
    private DeferredLines loadOnceMore(DeferredLines waiting, IntConsumer progress) {
      DeferredLines deferred = new DeferredLines(files);
      try (waiting) {
        waiting.forEach(
            (line, text) -> {
              load(line, format.read(line, text), text, deferred);
              progress.accept(line);
            });
        return deferred;
      } catch (RuntimeException | Error failure) {
        deferred.close();
        throw failure;
      }
    }

    /** Those that are named by others with faults are told for their own faults alone. */
    private void tellFaultsOf(DeferredLines waiting) {
      waiting.forEach((line, text) -> mention(format.read(line, text)));
      waiting.forEach((line, text) -> load(line, format.read(line, text), text, null));
    }

    /**
     * Loads a line.
     *
     * @param deferred where it goes if it may be loaded later; null where all of it was tried
     */
    private void load(int line, LineForm form, String text, @Nullable DeferredLines deferred) {
      Faults ofLine = new Faults();
      if (deferred != null) {
        hasOthers = mode != LoadMode.TRIAL && mayLoad();
      }
      if (form.line() != null) {
        boolean isOnlyChecked =
            mode == LoadMode.TRIAL || deferred == null || !mayLoad() || !form.isWhole();
        boolean isKept = form.isWhole() || mode != LoadMode.PARTIAL;
        RevisionWriter.Written written =
            Withdrawal.isOne(form.line())
                ? revision.withdraw(line, form.line(), isOnlyChecked, isKept, hasOthers, mayMerge)
                : revision.write(line, form.line(), isOnlyChecked, isKept);
        ofLine = form.given(written.faults());
        if (deferred != null && ofLine.mayPass()) {
          deferred.add(line, text);
          return;
        }
        changes += ofLine.none() && form.isWhole() ? written.changes() : 0;
      }
      ofLine.addAll(form.faults());
      if (!ofLine.none()) {
        faults.addAll(ofLine);
        leftOut++;
        mention(form);
      }
    }

    private boolean mayLoad() {
      return mode == LoadMode.PARTIAL || faults.none();
    }

    /** What names a line with faults is not told for that, but where it could be loaded itself. */
    private void mention(LineForm form) {
      if (form.line() != null && mode != LoadMode.PARTIAL) {
        revision
            .known()
            .mention(form.line().path("type").asText(), form.line().path("key").asText());
      }
    }
  }
}
