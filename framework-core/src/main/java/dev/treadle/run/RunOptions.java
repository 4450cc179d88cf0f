package dev.treadle.run;

import dev.treadle.api.run.StepSelection;
import dev.treadle.launch.OnFailure;
import dev.treadle.run.reuse.Reuse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run is done.
 *
 * @param seed seeds {@code StepContext.random()}
 * @param reuse which stored results may be used
 * @param maxParallel how many attempts run at once; 0 leaves it to the orchestrator
 * @param onFailure what becomes of the other steps when one has failed for good
 * @param selection which steps are executed
 * @param tags of the run
 * @param timeout the longest that the run may take, null for what the pipeline says
 */
public record RunOptions(
    long seed,
    Reuse reuse,
    int maxParallel,
    OnFailure onFailure,
    StepSelection selection,
    Map<String, String> tags,
    @Nullable Duration timeout) {
  /** The seed when none is given. */
  public static final long DEFAULT_SEED = 17;

  public static final RunOptions DEFAULT = new RunOptions(DEFAULT_SEED, Reuse.ALLOWED, 0, Map.of());

  public RunOptions {
    tags = Map.copyOf(tags);
  }

  /** Stops when a step fails. */
  public RunOptions(long seed, Reuse reuse, int maxParallel, Map<String, String> tags) {
    this(seed, reuse, maxParallel, OnFailure.STOP, tags);
  }

  /** Executes all steps. */
  public RunOptions(
      long seed, Reuse reuse, int maxParallel, OnFailure onFailure, Map<String, String> tags) {
    this(seed, reuse, maxParallel, onFailure, StepSelection.ALL, tags, null);
  }

  /** The same for some steps only. */
  public RunOptions selecting(StepSelection steps) {
    return new RunOptions(seed, reuse, maxParallel, onFailure, steps, tags, timeout);
  }

  /** The same with a limit that wins over the pipeline's. */
  public RunOptions limitedTo(Duration longest) {
    return new RunOptions(seed, reuse, maxParallel, onFailure, selection, tags, longest);
  }

  RunOptions withSeed(long other) {
    return new RunOptions(other, reuse, maxParallel, onFailure, selection, tags, timeout);
  }
}
