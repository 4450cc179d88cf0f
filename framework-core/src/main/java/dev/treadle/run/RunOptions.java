package dev.treadle.run;

import dev.treadle.api.run.StepSelection;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.launch.OnFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a run is done.
 *
 * @param seed seeds {@code StepContext.random()}
 * @param reuse which stored results may be used
 * @param maxParallel how many attempts run at once; 0 leaves it to the orchestrator
 * @param onFailure what becomes of the other steps when one has failed for good
 * @param selection which steps are executed
 * @param tags of the run
 */
public record RunOptions(
    long seed,
    Reuse reuse,
    int maxParallel,
    OnFailure onFailure,
    StepSelection selection,
    Map<String, String> tags) {
  /** The seed when none is given. */
  public static final long DEFAULT_SEED = 17;

  public static final RunOptions DEFAULT = new RunOptions(DEFAULT_SEED, Reuse.ALLOWED, 0, Map.of());

  /**
   * Which steps may use stored results.
   *
   * @param none whether no step may
   * @param fresh steps that may not, by name, when others may
   */
  public record Reuse(boolean none, Set<String> fresh) {
    public static final Reuse ALLOWED = new Reuse(false, Set.of());
    public static final Reuse FORBIDDEN = new Reuse(true, Set.of());

    public Reuse {
      fresh = Set.copyOf(fresh);
    }

    /** Of all steps but these. */
    public static Reuse allowedBut(Collection<String> fresh) {
      return new Reuse(false, Set.copyOf(fresh));
    }

    /**
     * Refuses names that no step has.
     *
     * @throws TreadleException RUN-205 with near names
     */
    void refuseUnknown(PipelineGraph graph) {
      List<String> names = graph.steps().stream().map(StepNode::name).toList();
      fresh.stream().filter(name -> !names.contains(name)).sorted().findFirst().ifPresent(name -> {
        throw new TreadleException(
            CoreProblem.RUN_STEP_NOT_FOUND,
            "Pipeline '" + graph.pipeline() + "' has no step '" + name + "', which --no-cache names"
                + NearNames.hint(name, names));
      });
    }

    boolean allows(String step) {
      return !none && !fresh.contains(step);
    }
  }

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
    this(seed, reuse, maxParallel, onFailure, StepSelection.ALL, tags);
  }

  /** The same for some steps only. */
  public RunOptions selecting(StepSelection steps) {
    return new RunOptions(seed, reuse, maxParallel, onFailure, steps, tags);
  }

  RunOptions withSeed(long other) {
    return new RunOptions(other, reuse, maxParallel, onFailure, selection, tags);
  }
}
