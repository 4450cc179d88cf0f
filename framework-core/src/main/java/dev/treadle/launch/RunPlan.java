package dev.treadle.launch;

import java.util.List;
import java.util.Optional;

/**
 * What a run would do, found out without running or storing anything.
 *
 * @param pipeline the pipeline's name
 * @param seed the run's seed
 * @param paramsJson the parameters as a JSON object
 * @param changedParams the names of those that are not at their defaults, dotted inside records
 * @param steps in the order of the graph, those of a map by item
 */
public record RunPlan(
    String pipeline,
    long seed,
    String paramsJson,
    List<String> changedParams,
    List<PlannedStep> steps) {
  private static final String KIND = "RunPlan";

  public RunPlan {
    changedParams = List.copyOf(changedParams);
    steps = List.copyOf(steps);
  }

  /** The plan in a line of the event stream; empty when the line is something else. */
  public static Optional<RunPlan> read(String line) {
    return Crossing.read(line, KIND, "plan", RunPlan.class);
  }

  String toJson() {
    return Crossing.write(KIND, "plan", this);
  }
}
