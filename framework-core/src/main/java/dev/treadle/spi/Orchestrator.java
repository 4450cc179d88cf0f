package dev.treadle.spi;

import java.time.Duration;

/**
 * Decides where and how many at once the attempts of a run are executed. What is ready to run, retries, cache and
 * publication are not its business.
 *
 * <p>The contract, tested by {@code OrchestratorContract}:
 *
 * <ul>
 *   <li>Every submitted attempt is executed once, or told that it is {@link StepAttempt#lost lost}, never both.
 *   <li>{@link Execution#submit} does not block and does not execute in the calling thread; it may be called by an attempt.
 *   <li>Attempts start in the order of submission, as far as places are free.
 *   <li>At most {@link ExecutionPlan#maxParallel} attempts of the run are executed at once.
 * </ul>
 *
 * @since 0.1
 */
public interface Orchestrator extends StackComponent {

  /**
   * Prepares the execution of one run.
   *
   * @throws dev.treadle.error.TreadleException when the place to run cannot be reached
   */
  Execution open(ExecutionPlan plan);

  /** One run's attempts. Thread-safe. */
  interface Execution extends AutoCloseable {

    /** Takes an attempt; after {@link #close} it is lost at once. */
    void submit(StepAttempt attempt);

    /**
     * Asks the process of an attempt that was begun to stop, and ends it when it has not done so within the grace; {@link
     * StepAttempt#ended} follows. Does nothing where attempts are executed in threads.
     */
    default void stop(StepAttempt attempt, Duration grace) {}

    /**
     * Gives up an attempt that was asked to stop and does not end: it no longer counts among those that run, so that its
     * place is free for others whether it ever ends or not.
     */
    void giveUp(StepAttempt attempt);

    /**
     * Ends the execution: attempts that have not started are lost, running ones are interrupted. Returns without waiting for
     * them.
     */
    @Override
    void close();
  }
}
