package dev.treadle.orchestrator.local;

import dev.treadle.api.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the local orchestrator.
 *
 * @param maxParallel how many attempts run at once; default the number of processors, at least 2
 * @param isolation where attempts of steps that do not say it are executed: {@code thread} or {@code process}; default {@code
 *     thread}
 */
public record LocalOrchestratorSettings(
    @Nullable Integer maxParallel, @Nullable Isolation isolation) {
  public LocalOrchestratorSettings {
    if (maxParallel != null && (maxParallel < 1 || maxParallel > 10_000)) {
      throw new IllegalArgumentException(
          "max-parallel must be between 1 and 10000, was " + maxParallel);
    }
  }

  Isolation usualIsolation() {
    return isolation == Isolation.PROCESS ? Isolation.PROCESS : Isolation.THREAD;
  }

  int places() {
    return maxParallel != null
        ? maxParallel
        : Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
