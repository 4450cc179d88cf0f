package dev.treadle.spi;

import dev.treadle.api.Resources;
import dev.treadle.error.TreadleException;

/**
 * One attempt of a step, handed to an orchestrator.
 *
 * @since 0.1
 */
public interface StepAttempt {

  /** The node's name. */
  String step();

  /** The item's index in a map, or -1. */
  int mapIndex();

  /** From 1. */
  int number();

  /** What the step asked for; zero where it asked for nothing. */
  Resources resources();

  /** Runs the attempt in the calling thread and records its outcome. Does not throw. */
  void execute();

  /** Says that the attempt could not be executed. */
  void lost(TreadleException cause);
}
