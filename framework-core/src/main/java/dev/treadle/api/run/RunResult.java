package dev.treadle.api.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended; everything it made is durable.
 *
 * @param number its number in the project
 * @param error one line when it failed, else null
 * @since 0.1
 */
public record RunResult(
    UUID id,
    long number,
    String pipeline,
    RunStatus status,
    @Nullable String error) {

  /** What a process should exit with: 0 when completed, 130 when cancelled, else 1. */
  public int exitCode() {
    return switch (status) {
      case COMPLETED -> 0;
      case CANCELLED -> 130;
      case RUNNING, FAILED, INTERRUPTED -> 1;
    };
  }
}
