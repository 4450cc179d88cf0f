package dev.treadle.spi;

import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.error.TreadleException;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of a step, handed to an orchestrator, which either {@linkplain #execute executes} it in a thread or {@linkplain
 * #begin begins} it, starts a process for it and says how that {@linkplain #ended ended}.
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

  /** Whether it wants a process of its own; {@link Isolation#DEFAULT} leaves it to the orchestrator. */
  Isolation isolation();

  /** Runs the attempt in the calling thread and records its outcome. Does not throw. */
  void execute();

  /**
   * Begins an attempt for which a process is about to be started.
   *
   * @return the main class of a JVM with the class path of this one, and its arguments; empty when the attempt is not wanted any
   *     more, and then it is over
   */
  Optional<List<String>> begin();

  /** A line of the process's standard output: an event of the step, else something that native code printed. */
  void printed(String line);

  /**
   * The process has ended. What it has recorded is the outcome; when it has recorded nothing, its exit code says why.
   *
   * @param exitCode as the operating system tells it; 128 and the number of a signal that killed it
   * @param lastWords the end of what it wrote to standard error, may be empty
   */
  void ended(int exitCode, String lastWords);

  /** Says that the attempt could not be executed. */
  void lost(TreadleException cause);
}
