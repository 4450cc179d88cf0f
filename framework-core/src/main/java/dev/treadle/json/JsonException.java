package dev.treadle.json;

import org.jspecify.annotations.Nullable;

/**
 * Text is not JSON, or JSON and Java type do not fit. Callers know what was being read, so they wrap
 * this once with their own code.
 */
public final class JsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final boolean tooDeep;

  JsonException(String message, @Nullable Throwable cause, boolean tooDeep) {
    super(message, cause);
    this.tooDeep = tooDeep;
  }

  JsonException(String message) {
    this(message, null, false);
  }

  /** Whether the value or text nests deeper than {@link Json#MAX_DEPTH}. */
  public boolean isTooDeep() {
    return tooDeep;
  }
}
