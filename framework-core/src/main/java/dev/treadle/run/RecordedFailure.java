package dev.treadle.run;

import dev.treadle.api.run.Failure;

/** What a step threw in another process, as it is recorded. */
final class RecordedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  RecordedFailure(Failure failure) {
    super(failure.shortText(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
