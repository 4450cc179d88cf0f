package dev.treadle.api.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended; everything it made is durable.
 *
 * @param number its number in the project
 * @param error why it failed or could not start, else null
 * @param exitCode what a process should exit with, as {@code treadle run} does
 * @since 0.1
 */
public record RunResult(
    UUID id,
    long number,
    String pipeline,
    RunStatus status,
    @Nullable String error,
    int exitCode) {

  /** A run that began: it exits with 0 when completed, 130 when cancelled, else 1. */
  public RunResult(
      UUID id, long number, String pipeline, RunStatus status, @Nullable String error) {
    this(id, number, pipeline, status, error, exitCode(status));
  }

  private static int exitCode(RunStatus status) {
    return switch (status) {
      case COMPLETED -> 0;
      case CANCELLED -> 130;
      case RUNNING, FAILED, INTERRUPTED -> 1;
    };
  }
}
