package dev.treadle.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * An SLF4J logger into a step's log: a given one, or that of the current step. Outside steps warnings and errors go to
 * stderr and the rest nowhere. Levels from INFO on are on.
 */
public final class StepLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;
  private static final String OWN = "dev.treadle.";

  private final transient @Nullable AttemptLog fixed;

  /** A logger into the current step's log. */
  StepLogger(String name) {
    this.name = name;
    this.fixed = null;
  }

  /** A logger into the given log. */
  public StepLogger(String name, AttemptLog log) {
    this.name = name;
    this.fixed = log;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String message =
        arguments == null ? pattern : MessageFormatter.basicArrayFormat(pattern, arguments);
    if (thrown != null) {
      message += "\n" + StackTraces.text(thrown);
    }
    AttemptLog log = fixed == null ? LogCapture.current() : fixed;
    boolean taken = log != null && log.add(LogLevel.valueOf(level.name()), name, message);
    if (!taken && level.toInt() >= Level.WARN.toInt()) {
      System.err.println(origin(level) + ": " + message);
    }
  }

  /** Where it comes from means something to those who know the library; what Treadle itself says is for its user. */
  private String origin(Level level) {
    if (!name.startsWith(OWN)) {
      return level + " " + name;
    }
    return level == Level.WARN ? "warning" : "error";
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return fixed != null;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
