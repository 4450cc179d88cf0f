package dev.treadle.curation;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.curation.DeletionPlan.Kept;
import dev.treadle.error.TreadleException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.query.Filter;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.StorePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Deletes runs: the record first, durably, then the bytes that nothing else refers to, as far as no run can rely on them.
 * Whenever the process ends in between, nothing is lost that is still referred to, and what is left goes with the next
 * deletion or pruning.
 */
public final class RunDeletions {
  private final MetadataStore metadata;
  private final ArtifactStore store;
  private final ArtifactObjects objects;

  public RunDeletions(MetadataStore metadata, ArtifactStore store, ArtifactObjects objects) {
    this.metadata = metadata;
    this.store = store;
    this.objects = objects;
  }

  /** What would be deleted now, and what would stay. */
  public DeletionPlan plan(List<PipelineRun> runs, Artifacts artifacts) {
    Set<Long> going = runs.stream().map(PipelineRun::number).collect(Collectors.toSet());
    List<ArtifactVersion> made =
        metadata.queries().versionsMadeBy(runs.stream().map(PipelineRun::id).toList());
    Map<UUID, SortedSet<Long>> uses =
        metadata.queries().runsUsing(made.stream().map(ArtifactVersion::id).toList());
    List<ArtifactVersion> deleted = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (ArtifactVersion version : made) {
      List<Long> usedBy = new ArrayList<>(uses.getOrDefault(version.id(), new TreeSet<>()));
      usedBy.removeAll(going);
      if (artifacts == Artifacts.KEEP || !usedBy.isEmpty() || !version.aliases().isEmpty()) {
        kept.add(new Kept(version, usedBy));
      } else {
        deleted.add(version);
      }
    }
    return new DeletionPlan(runs, artifacts, deleted, kept, freed(deleted));
  }

  /**
   * Deletes what was planned, and what an interrupted deletion has left.
   *
   * @throws TreadleException STORE_CONFLICT when a run has not ended or is gone; then nothing is deleted
   */
  public Swept delete(DeletionPlan plan, Act act) {
    metadata.write(new Change.DeleteRuns(
        plan.runs().stream().map(PipelineRun::id).toList(), plan.artifacts(), act));
    Failpoints.hit("deletion.afterRuns");
    OpenDeletions open = OpenDeletions.of(metadata, objects);
    try {
      ObjectSweep sweep = new ObjectSweep(metadata, store, objects);
      Map<StorePath, Long> left = open.objects();
      new References(metadata.queries(), objects).removeReferenced(left.keySet());
      sweep.condemn(left);
      open.conclude(act);
      return sweep.sweep();
    } catch (TreadleException e) {
      throw new TreadleException(
          e.code(),
          "The runs are deleted, but not all of their bytes: " + e.getMessage()
              + "\nfix: treadle artifact prune deletes what is left",
          e);
    }
  }

  private long freed(List<ArtifactVersion> versions) {
    Footprint footprint = new Footprint(
        objects, versions.stream().map(ArtifactVersion::id).collect(Collectors.toSet()));
    metadata.queries().forEachManifest(Filter.all(), footprint);
    return footprint.freedBytes();
  }
}
