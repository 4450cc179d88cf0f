package dev.treadle.orchestrator.local;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the local orchestrator.
 *
 * @param maxParallel how many attempts run at once; default the number of processors, at least 2
 */
public record LocalOrchestratorSettings(@Nullable Integer maxParallel) {
  public LocalOrchestratorSettings {
    if (maxParallel != null && (maxParallel < 1 || maxParallel > 10_000)) {
      throw new IllegalArgumentException(
          "max-parallel must be between 1 and 10000, was " + maxParallel);
    }
  }

  int places() {
    return maxParallel != null
        ? maxParallel
        : Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
