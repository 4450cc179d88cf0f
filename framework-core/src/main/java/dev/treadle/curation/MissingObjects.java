package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.Filter;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ListsObjects;
import dev.treadle.spi.StorePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds versions of which the artifact store does not have everything, by its list of objects: no byte is read. */
public final class MissingObjects {
  private static final String COMPRESSED = ".zst";
  private static final List<String> KINDS = List.of("blobs/", "manifests/");

  private MissingObjects() {}

  /** The versions that are not deleted and not whole; none when the store cannot list its objects. */
  public static List<VersionRef> of(
      MetadataQueries queries, ArtifactStore store, ArtifactObjects objects) {
    List<VersionRef> broken = new ArrayList<>();
    if (store instanceof ListsObjects lists) {
      Set<String> present = present(lists);
      queries.forEachManifest(Filter.all(), manifest -> {
        if (DiskUsage.objects(objects, manifest).keySet().stream()
            .map(StorePath::toString)
            .anyMatch(path -> isMissing(path, present))) {
          broken.add(manifest.version());
        }
      });
    }
    return broken;
  }

  private static Set<String> present(ListsObjects lists) {
    Set<String> present = new HashSet<>();
    for (String kind : KINDS) {
      try (Stream<String> paths = lists
          .list(StorePath.of(kind.substring(0, kind.length() - 1)))
          .map(each -> each.path().toString())) {
        paths.forEach(present::add);
      }
    }
    return present;
  }

  /** A blob lies there in one of two forms; small items of lists may have an object of their own. */
  private static boolean isMissing(String path, Set<String> present) {
    return KINDS.stream().anyMatch(path::startsWith)
        && !path.endsWith(COMPRESSED)
        && !present.contains(path)
        && !present.contains(path + COMPRESSED);
  }
}
