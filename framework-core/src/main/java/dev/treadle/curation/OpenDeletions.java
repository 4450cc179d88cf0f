package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.DeletedRun;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.spi.StorePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs that are deleted in the record, while what they had in the artifact store may still be there. */
final class OpenDeletions {
  private final MetadataStore metadata;
  private final ArtifactObjects objects;
  private final List<UUID> runs;

  private OpenDeletions(MetadataStore metadata, ArtifactObjects objects, List<UUID> runs) {
    this.metadata = metadata;
    this.objects = objects;
    this.runs = runs;
  }

  /** Those there are now. */
  static OpenDeletions of(MetadataStore metadata, ArtifactObjects objects) {
    List<UUID> runs =
        metadata.queries().openDeletions().stream().map(DeletedRun::id).toList();
    return new OpenDeletions(metadata, objects, runs);
  }

  /** What they had, with its bytes; something else may have it too. */
  Map<StorePath, Long> objects() {
    Map<StorePath, Long> left = new HashMap<>();
    metadata
        .queries()
        .deletedManifests(runs)
        .forEach(manifest -> left.putAll(DiskUsage.objects(objects, manifest)));
    metadata.queries().logs(runs).forEach(path -> left.put(StorePath.of(path), 0L));
    return left;
  }

  /** What they had is condemned or needed, so nobody has to come back to them. */
  void conclude(Act act) {
    if (!runs.isEmpty()) {
      Failpoints.hit("deletion.beforeConcluding");
      metadata.write(new Change.ConcludeDeletion(runs, act));
      Failpoints.hit("deletion.afterConcluding");
    }
  }
}
