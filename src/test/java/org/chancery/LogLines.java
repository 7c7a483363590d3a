package org.chancery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps what some loggers tell, instead of letting it into the output of the tests. */
public final class LogLines extends Handler implements AutoCloseable {

  private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
  private final Map<Logger, Optional<Level>> levels = new HashMap<>();

  /**
   * Listens from now on.
   *
   * @param loggers their names; they tell everything from INFO on
   */
  public LogLines(String... loggers) {
    for (String name : loggers) {
      Logger logger = Logger.getLogger(name);
      levels.put(logger, Optional.ofNullable(logger.getLevel()));
      logger.setLevel(Level.INFO);
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }
  }

  public List<ExtLogRecord> all() {
    return lines;
  }

  /** What a line says. */
  public static String messageOf(ExtLogRecord line) {
    return String.format(line.getMessage(), line.getParameters());
  }

  @Override
  public void publish(LogRecord line) {
    ExtLogRecord record = ExtLogRecord.wrap(line);
    record.copyAll();
    lines.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    levels.forEach(
        (logger, level) -> {
          logger.removeHandler(this);
          logger.setUseParentHandlers(true);
          logger.setLevel(level.orElse(null));
        });
  }
}
