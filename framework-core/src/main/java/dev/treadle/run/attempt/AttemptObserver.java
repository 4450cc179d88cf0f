package dev.treadle.run.attempt;

import dev.treadle.api.run.StepRun;
import dev.treadle.error.TreadleException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who hears of attempts. */
public interface AttemptObserver {

  /** Whether attempts may still start. */
  boolean mayStart();

  /**
   * The attempt will not run.
   *
   * @param cause why the orchestrator lost it, null when the run had no use for it any more
   */
  void notStarted(Attempt attempt, @Nullable TreadleException cause);

  void started(Attempt attempt, Instant at);

  /** The attempt does not end though it was asked to; {@link #ended} follows at once. */
  void givenUp(Attempt attempt);

  void ended(Attempt attempt, AttemptOutcome outcome);

  /** The process of an attempt has to end; {@link #ended} or {@link #endedApart} follow. */
  void stopApart(Attempt attempt);

  /** The attempt's process has recorded the end of the step. */
  void endedApart(Attempt attempt, StepRun end);

  /** The engine itself failed; what became of an attempt is not known. */
  void broke(Throwable because);
}
