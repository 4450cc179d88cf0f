package dev.treadle.log;

import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Takes records of java.util.logging into the current step's log. */
final class StepLogHandler extends Handler {
  private final Formatter formatter = new SimpleFormatter();

  @Override
  public void publish(LogRecord entry) {
    AttemptLog log = LogCapture.current();
    if (log == null || !isLoggable(entry)) {
      return;
    }
    try {
      String message = formatter.formatMessage(entry);
      if (entry.getThrown() != null) {
        message += "\n" + StackTraces.text(entry.getThrown());
      }
      String name = entry.getLoggerName() == null ? "root" : entry.getLoggerName();
      log.add(level(entry.getLevel()), name, message);
    } catch (RuntimeException e) {
      reportError("A record could not be formatted", e, ErrorManager.FORMAT_FAILURE);
    }
  }

  private static LogLevel level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return LogLevel.ERROR;
    }
    if (value >= Level.WARNING.intValue()) {
      return LogLevel.WARN;
    }
    if (value >= Level.CONFIG.intValue()) {
      return LogLevel.INFO;
    }
    return value >= Level.FINE.intValue() ? LogLevel.DEBUG : LogLevel.TRACE;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
