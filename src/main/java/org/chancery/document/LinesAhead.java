package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.record.JsonLines;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document that have something in them. A thread looks at the form of those to come
 * while what came before is loaded.
 */
final class LinesAhead implements Closeable {

  /** Bytes of a line; a meeting with all of its accounts has some hundred thousand. */
  private static final int MOST = 10_000_000;

  /** In characters: a line takes ten times as much memory once it is read. */
  private static final int FAR_AHEAD = 500_000;

  /** What a line takes beside its characters, as so many of them. */
  private static final int OF_ANY_LINE = 50;

  private final InputStream document;
  private final JsonLines lines;
  private final DocumentFormat format;
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Deque<Line> ahead = new ArrayDeque<>();
  private int weightAhead;
  private boolean isOver;

  LinesAhead(InputStream document, DocumentFormat format) {
    this.document = document;
    this.lines = new JsonLines(document, MOST);
    this.format = format;
  }

  /**
   * A line.
   *
   * @param number from 1 on
   * @param text empty where it cannot be read
   * @param fault why it cannot be read; null where it can
   * @param checked its form, once it is known
   */
  record Line(
      int number, String text, @Nullable String fault, CompletableFuture<LineForm> checked) {

    LineForm form() {
      return checked.join();
    }

    int weight() {
      return text.length() + OF_ANY_LINE;
    }
  }

  /** The next one; null after the last. */
  @Nullable Line next() throws IOException {
    while (!isOver && weightAhead < FAR_AHEAD) {
      Line line = read();
      isOver = line == null;
      if (line != null && !(line.text().isBlank() && line.fault() == null)) {
        ahead.add(line);
        weightAhead += line.weight();
      }
    }
    Line next = ahead.poll();
    if (next != null) {
      weightAhead -= next.weight();
    }
    return next;
  }

  /** Those after it, as far as they were read and have a form. */
  List<ObjectNode> ahead() {
    return ahead.stream()
        .filter(line -> line.fault() == null)
        .map(line -> line.form().line())
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Line read() throws IOException {
    try {
      String text = lines.next();
      int number = lines.number();
      return text == null ? null : new Line(number, text, null, checked(number, text));
    } catch (CharacterCodingException notUtf8) {
      return unreadable("is not UTF-8.");
    } catch (JsonLines.TooLongException tooLong) {
      return unreadable("has more than %,d bytes: a line is one thing.".formatted(MOST));
    }
  }

  private Line unreadable(String fault) {
    return new Line(lines.number(), "", fault, new CompletableFuture<>());
  }

  private CompletableFuture<LineForm> checked(int number, String text) {
    return text.isBlank()
        ? new CompletableFuture<>()
        : CompletableFuture.supplyAsync(() -> format.read(number, text), reader);
  }

  @Override
  public void close() throws IOException {
    reader.shutdownNow();
    document.close();
  }
}
