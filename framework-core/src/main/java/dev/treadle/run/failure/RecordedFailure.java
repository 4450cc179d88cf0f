package dev.treadle.run.failure;

import dev.treadle.api.run.Failure;

/** What a step threw in another process, as it is recorded. */
public final class RecordedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public RecordedFailure(Failure failure) {
    super(failure.shortText(), null, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
