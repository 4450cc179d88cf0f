package dev.treadle.cli.output;

/** The reader of our output has gone, as {@code head} does; nothing to say about it. */
public final class ClosedPipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedPipeException(Throwable cause) {
    super(cause);
  }
}
