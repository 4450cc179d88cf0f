package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.query.Filter;
import dev.treadle.spi.StorePath;
import java.util.Collection;

/** Who refers to the objects of the artifact store: versions that are not deleted, and attempts to their logs. */
final class References {
  static final String LOGS = "logs/";

  private final MetadataQueries queries;
  private final ArtifactObjects objects;

  References(MetadataQueries queries, ArtifactObjects objects) {
    this.queries = queries;
    this.objects = objects;
  }

  /** Leaves those that nothing refers to. */
  void removeReferenced(Collection<StorePath> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    queries.forEachManifest(
        Filter.all(),
        manifest -> DiskUsage.objects(objects, manifest).keySet().forEach(candidates::remove));
    if (candidates.stream().anyMatch(path -> path.toString().startsWith(LOGS))) {
      queries.forEachLog(path -> candidates.remove(StorePath.of(path)));
    }
  }
}
