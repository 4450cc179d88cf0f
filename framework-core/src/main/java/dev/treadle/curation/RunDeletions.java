package dev.treadle.curation;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.curation.DeletionPlan.Kept;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.DeletedRun;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.query.Filter;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.StorePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Deletes runs: the record first, durably, then the bytes that nothing else refers to, then the remark that they are gone.
 * Whenever the process ends in between, nothing is lost that is still referred to, and what is left goes with the next
 * deletion.
 *
 * <p>Bytes are safe to delete because the holder of the metadata store is the only writer of its artifacts.
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
  public void delete(DeletionPlan plan, Act act) {
    metadata.write(new Change.DeleteRuns(
        plan.runs().stream().map(PipelineRun::id).toList(), plan.artifacts(), act));
    List<UUID> open =
        metadata.queries().openDeletions().stream().map(DeletedRun::id).toList();
    try {
      deleteBytes(open);
    } catch (TreadleException e) {
      throw new TreadleException(
          e.code(),
          "The runs are deleted, but not all of their bytes: " + e.getMessage()
              + "\nfix: what is left goes with the next deletion of a run",
          e);
    }
    metadata.write(new Change.ConcludeDeletion(open, act));
  }

  /** Blobs go before manifests: from what is left, what remains to be done can still be found. */
  private void deleteBytes(List<UUID> runs) {
    Map<StorePath, Long> unreferenced = new TreeMap<>(Comparator.comparing(StorePath::toString));
    metadata.queries().deletedManifests(runs).forEach(m -> unreferenced.putAll(objects(m)));
    withoutReferenced(unreferenced, Set.of());
    unreferenced.keySet().forEach(store::delete);
    metadata.queries().logs(runs).forEach(path -> store.delete(StorePath.of(path)));
  }

  private long freed(List<ArtifactVersion> versions) {
    Set<UUID> going = versions.stream().map(ArtifactVersion::id).collect(Collectors.toSet());
    if (going.isEmpty()) {
      return 0;
    }
    Map<StorePath, Long> freed = new HashMap<>();
    long[] inline = {0};
    metadata.queries().forEachManifest(Filter.all(), manifest -> {
      if (going.contains(manifest.version().id())) {
        freed.putAll(objects(manifest));
        inline[0] += manifest.inlineBytes();
      }
    });
    withoutReferenced(freed, going);
    return inline[0] + freed.values().stream().mapToLong(Long::longValue).sum();
  }

  private void withoutReferenced(Map<StorePath, Long> candidates, Set<UUID> going) {
    if (candidates.isEmpty()) {
      return;
    }
    metadata.queries().forEachManifest(Filter.all(), manifest -> {
      if (!going.contains(manifest.version().id())) {
        candidates.keySet().removeAll(objects(manifest).keySet());
      }
    });
  }

  private Map<StorePath, Long> objects(StoredManifest manifest) {
    return DiskUsage.objects(objects, manifest);
  }
}
