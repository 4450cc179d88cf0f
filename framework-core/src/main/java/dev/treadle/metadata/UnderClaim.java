package dev.treadle.metadata;

import java.util.UUID;

/**
 * The end of an attempt or of its step, recorded by the process that executed it and does not lead the run. The claim ends with it.
 * Refused with RUN-231 when that process does not hold the claim any more: then nothing of it becomes visible.
 *
 * @param fence what {@link ClaimAttempt} gave
 * @param unit a {@link FinishStep} or a {@link FinishAttempt}
 */
public record UnderClaim<R>(UUID stepRun, long fence, UnitOfWork<R> unit) implements UnitOfWork<R> {
  public UnderClaim {
    if (!(unit instanceof FinishStep) && !(unit instanceof FinishAttempt)) {
      throw new IllegalArgumentException("No end of an attempt: " + unit);
    }
  }
}
