package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.query.Filter;
import dev.treadle.spi.StorePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What artifacts take.
 *
 * @param artifacts by name
 * @param total of all together: what several have counts once
 */
public record DiskUsage(List<ArtifactUsage> artifacts, ArtifactUsage total) {
  public DiskUsage {
    artifacts = List.copyOf(artifacts);
  }

  /** Measures the versions that fit, by what is recorded of them. */
  public static DiskUsage of(MetadataQueries queries, ArtifactObjects objects, Filter where) {
    Map<String, Sum> sums = new TreeMap<>();
    queries.forEachManifest(
        where,
        manifest -> sums.computeIfAbsent(manifest.version().artifact(), name -> new Sum())
            .add(manifest, objects(objects, manifest)));
    Map<StorePath, Integer> holders = new HashMap<>();
    sums.values()
        .forEach(sum -> sum.objects.keySet().forEach(path -> holders.merge(path, 1, Integer::sum)));
    Sum all = new Sum();
    sums.values().forEach(all::add);
    return new DiskUsage(
        sums.entrySet().stream()
            .map(entry -> entry.getValue().usage(entry.getKey(), holders))
            .toList(),
        all.usage("", holders));
  }

  static Map<StorePath, Long> objects(ArtifactObjects objects, StoredManifest manifest) {
    return objects.of(
        "sha256:" + manifest.manifestDigest(), manifest.manifestJson(), manifest.inlineBytes() > 0);
  }

  private static final class Sum {
    private final Map<StorePath, Long> objects = new HashMap<>();
    private long versions;
    private long logical;
    private long inline;

    void add(StoredManifest manifest, Map<StorePath, Long> its) {
      versions++;
      logical += manifest.sizeBytes();
      inline += manifest.inlineBytes();
      objects.putAll(its);
    }

    void add(Sum other) {
      versions += other.versions;
      logical += other.logical;
      inline += other.inline;
      objects.putAll(other.objects);
    }

    ArtifactUsage usage(String artifact, Map<StorePath, Integer> holders) {
      long shared = objects.entrySet().stream()
          .filter(object -> holders.getOrDefault(object.getKey(), 1) > 1)
          .mapToLong(Map.Entry::getValue)
          .sum();
      long stored = objects.values().stream().mapToLong(Long::longValue).sum();
      return new ArtifactUsage(artifact, versions, logical, inline + stored, shared);
    }
  }
}
