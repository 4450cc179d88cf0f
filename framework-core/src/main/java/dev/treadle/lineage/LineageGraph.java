package dev.treadle.lineage;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.StepInRun;
import java.util.List;
import java.util.UUID;

/**
 * A part of the lineage: versions, the step runs between them, and the edges among these.
 *
 * <p>Equal parts are equal records: versions are ordered by time, name and number; step runs by run, time and name; edges by
 * step run, role, name and version.
 *
 * @param start the version from which it was followed
 * @param truncated whether there is more beyond the depth asked for
 */
public record LineageGraph(
    UUID start,
    List<ArtifactVersion> versions,
    List<StepInRun> stepRuns,
    List<Edge> edges,
    boolean truncated) {
  public LineageGraph {
    versions = List.copyOf(versions);
    stepRuns = List.copyOf(stepRuns);
    edges = List.copyOf(edges);
  }
}
