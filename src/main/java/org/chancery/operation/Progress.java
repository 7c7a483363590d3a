package org.chancery.operation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * Tells how many lines a command is through with: on a terminal in one line that is written over,
 * elsewhere in lines that can be kept, and seldom.
 */
final class Progress implements IntConsumer, AutoCloseable {

  private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private static final String BEGIN_AGAIN = "\r\u001b[K";

  private final PrintStream out;
  private final String what;

  @SuppressWarnings(
      "SystemConsoleNull") // of the JDKs that are supported only 22 to 24 give one elsewhere
  private final boolean isTerminal = System.console() != null;

  private final long pause = (isTerminal ? ON_A_TERMINAL : ELSEWHERE).toNanos();
  private long told = System.nanoTime();
  private boolean isWritten;

  /**
   * Tells how far something is.
   *
   * @param what is counted, such as "lines"
   */
  Progress(PrintStream out, String what) {
    this.out = out;
    this.what = what;
  }

  @Override
  public void accept(int done) {
    long now = System.nanoTime();
    if (now - told < pause) {
      return;
    }
    told = now;
    if (isTerminal) {
      out.printf("%s%,d %s …", BEGIN_AGAIN, done, what);
      out.flush();
      isWritten = true;
    } else {
      out.printf("%,d %s so far.%n", done, what);
    }
  }

  @Override
  public void close() {
    done();
  }

  /** What comes now stands in a line of its own. */
  void done() {
    if (isWritten) {
      out.print(BEGIN_AGAIN);
      out.flush();
      isWritten = false;
    }
  }
}
