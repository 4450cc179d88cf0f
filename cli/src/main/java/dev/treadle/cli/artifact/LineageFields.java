package dev.treadle.cli.artifact;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.store.Lineage;
import java.util.Locale;
import java.util.Map;

/** Lineage as JSON. */
public final class LineageFields {
  private LineageFields() {}

  public static Map<String, Object> of(Lineage lineage) {
    return new Fields()
        .with("root", ArtifactListing.reference(lineage.root()))
        .with(
            "versions",
            lineage.versions().stream()
                .map(v -> ArtifactListing.fields(v).map())
                .toList())
        .with(
            "steps",
            lineage.steps().stream()
                .map(step -> new Fields()
                    .with("id", step.step().id())
                    .with("run", step.run())
                    .with("runDeleted", step.runDeleted())
                    .with("pipeline", step.pipeline())
                    .with("step", step.step().label())
                    .map())
                .toList())
        .with(
            "edges",
            lineage.edges().stream()
                .map(edge -> new Fields()
                    .with("step", edge.stepRun())
                    .with("version", edge.version())
                    .with("role", edge.role().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .with("name", edge.name())
                    .map())
                .toList())
        .map();
  }
}
