package dev.treadle.compile;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the orchestrator that a pipeline is compiled for can do.
 *
 * @param orchestrator its name in messages
 */
public record OrchestratorSupport(String orchestrator, Set<GraphFeature> features) {
  /** An orchestrator that can do everything. */
  public static final OrchestratorSupport FULL =
      new OrchestratorSupport("any", EnumSet.allOf(GraphFeature.class));

  public OrchestratorSupport {
    features = Set.copyOf(features);
  }
}
