package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param error one line when it failed, else null
 */
public record RunOutcome(
    UUID id,
    long number,
    String pipeline,
    RunStatus status,
    @Nullable String error) {

  /** 0 when completed, 130 when cancelled, else 1. */
  public int exitCode() {
    return switch (status) {
      case COMPLETED -> 0;
      case CANCELLED -> 130;
      case RUNNING, FAILED, INTERRUPTED -> 1;
    };
  }
}
