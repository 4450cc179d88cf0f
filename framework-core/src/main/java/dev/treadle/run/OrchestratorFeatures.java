package dev.treadle.run;

import dev.treadle.compile.GraphFeature;
import dev.treadle.compile.OrchestratorSupport;
import dev.treadle.spi.Capability;
import dev.treadle.spi.Orchestrator;
import java.util.EnumSet;
import java.util.Set;

/** What an orchestrator's capabilities mean for graphs. */
public final class OrchestratorFeatures {
  private OrchestratorFeatures() {}

  public static OrchestratorSupport of(Orchestrator orchestrator) {
    Set<Capability> capabilities = orchestrator.capabilities();
    Set<GraphFeature> features = EnumSet.noneOf(GraphFeature.class);
    for (GraphFeature feature : GraphFeature.values()) {
      if (capabilities.contains(needed(feature))) {
        features.add(feature);
      }
    }
    return new OrchestratorSupport(orchestrator.name(), features);
  }

  private static Capability needed(GraphFeature feature) {
    return switch (feature) {
      case MAP -> Capability.RUNTIME_MAPS;
      case BRANCH -> Capability.CONDITIONS;
      case RESOURCES -> Capability.RESOURCE_REQUESTS;
      case GPU -> Capability.GPU_REQUESTS;
    };
  }
}
