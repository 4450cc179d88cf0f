package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.spi.StorePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What versions take that go, and what is stored at all. */
final class Footprint implements Consumer<StoredManifest> {
  private final ArtifactObjects objects;
  private final Set<UUID> going;
  private final Map<StorePath, Long> ofGoing = new HashMap<>();
  private final Map<StorePath, Long> ofStaying = new HashMap<>();
  private long inlineOfGoing;
  private long inlineOfStaying;

  Footprint(ArtifactObjects objects, Set<UUID> going) {
    this.objects = objects;
    this.going = going;
  }

  @Override
  public void accept(StoredManifest manifest) {
    if (going.contains(manifest.version().id())) {
      inlineOfGoing += manifest.inlineBytes();
      ofGoing.putAll(DiskUsage.objects(objects, manifest));
    } else {
      inlineOfStaying += manifest.inlineBytes();
      ofStaying.putAll(DiskUsage.objects(objects, manifest));
    }
  }

  /** The objects of those that go, with their bytes. */
  Map<StorePath, Long> ofGoing() {
    return ofGoing;
  }

  /** What those that go have and nothing else has. */
  long freedBytes() {
    Set<StorePath> freed = new HashSet<>(ofGoing.keySet());
    freed.removeAll(ofStaying.keySet());
    return inlineOfGoing + freed.stream().mapToLong(ofGoing::get).sum();
  }

  /** What all have; what several have counts once. */
  long storedBytes() {
    return freedBytes()
        + inlineOfStaying
        + ofStaying.values().stream().mapToLong(Long::longValue).sum();
  }
}
