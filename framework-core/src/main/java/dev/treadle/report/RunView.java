package dev.treadle.report;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.lineage.LineageGraph;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the page shows of a run.
 *
 * @param diagram none where the graph is not known or too large to be drawn
 * @param steps those of a map together, by their items
 * @param attempts of the steps that had more than one
 * @param params the bound values, in order
 * @param changed which parameters differ from their default; those inside records dotted
 * @param last the last values of the metrics by their unique names
 * @param charts metrics with a history
 * @param edges by step run
 * @param versions all that the edges name
 * @param outputs what the steps made or took from the cache, in the order of the steps
 * @param previews of outputs
 * @param lineage of the outputs that no step of the run read
 * @param environment in order
 */
record RunView(
    PipelineRun run,
    Optional<Diagram> diagram,
    List<StepRun> steps,
    Map<UUID, List<AttemptRecord>> attempts,
    Map<String, String> params,
    Set<String> changed,
    List<Fact> facts,
    Map<String, String> last,
    List<Chart> charts,
    int chartsLeftOut,
    Map<UUID, List<Edge>> edges,
    Map<UUID, ArtifactVersion> versions,
    List<ArtifactVersion> outputs,
    Map<UUID, ContentPreview> previews,
    List<LineageGraph> lineage,
    int lineageLeftOut,
    Map<String, String> environment) {

  /** {@code report@1} of {@code penguins/report} in the pipeline penguins. */
  String label(ArtifactVersion version) {
    String prefix = run.pipeline() + "/";
    String name = version.artifact();
    return (name.startsWith(prefix) ? name.substring(prefix.length()) : name) + "@"
        + version.number();
  }
}
