package dev.treadle.run;

import java.util.Map;

/**
 * How a run is done.
 *
 * @param seed seeds {@code StepContext.random()}
 * @param reuse which stored results may be used
 * @param maxParallel how many attempts run at once; 0 leaves it to the orchestrator
 * @param tags of the run
 */
public record RunOptions(long seed, Reuse reuse, int maxParallel, Map<String, String> tags) {
  /** The seed when none is given. */
  public static final long DEFAULT_SEED = 17;

  public static final RunOptions DEFAULT = new RunOptions(DEFAULT_SEED, Reuse.ALLOWED, 0, Map.of());

  /** Whether stored results may be used. */
  public enum Reuse {
    ALLOWED,
    FORBIDDEN
  }

  public RunOptions {
    tags = Map.copyOf(tags);
  }
}
