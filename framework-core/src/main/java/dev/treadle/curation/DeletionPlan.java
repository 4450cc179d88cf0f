package dev.treadle.curation;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import java.util.List;

/**
 * What deleting runs would do.
 *
 * @param deleted the versions that go with the runs
 * @param kept those that stay although the runs made them
 * @param freedBytes what is stored of the deleted ones and of nothing else, before compression
 */
public record DeletionPlan(
    List<PipelineRun> runs,
    Artifacts artifacts,
    List<ArtifactVersion> deleted,
    List<Kept> kept,
    long freedBytes) {
  public DeletionPlan {
    runs = List.copyOf(runs);
    deleted = List.copyOf(deleted);
    kept = List.copyOf(kept);
  }

  /**
   * A version that stays.
   *
   * @param usedBy the numbers of the runs that read it or took it from the cache; empty when only an alias or the wish to keep
   *     artifacts holds it
   */
  public record Kept(ArtifactVersion version, List<Long> usedBy) {
    public Kept {
      usedBy = List.copyOf(usedBy);
    }
  }
}
