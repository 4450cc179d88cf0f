package dev.treadle.curation;

import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.curation.Retention.Kept;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.VersionUse;
import dev.treadle.query.Filter;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ListsObjects;
import dev.treadle.spi.StorePath;
import dev.treadle.spi.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the store small: deletes versions that nobody is likely to want, and objects that nothing refers to. What is recorded
 * of a version stays, so that what others have from it can be explained.
 */
public final class Pruning {
  /** An object that nothing refers to may still be on its way into the record until it is so old. */
  static final Duration GRACE = Duration.ofHours(24);

  private static final int DELETED_AT_ONCE = 500;
  private static final List<String> KINDS = List.of("blobs", "logs", "manifests", "maps");

  private final MetadataStore metadata;
  private final MetadataQueries queries;
  private final ArtifactStore store;
  private final ArtifactObjects objects;

  public Pruning(MetadataStore metadata, ArtifactStore store, ArtifactObjects objects) {
    this.metadata = metadata;
    this.queries = metadata.queries();
    this.store = store;
    this.objects = objects;
  }

  /** What would be deleted at a moment, and what would stay. */
  public PrunePlan plan(Retention retention, Instant now) {
    List<VersionUse> going = new ArrayList<>();
    Map<Kept, Integer> kept = new EnumMap<>(Kept.class);
    String[] artifact = {""};
    int[] newer = {0};
    queries.forEachUse(use -> {
      if (!use.version().artifact().equals(artifact[0])) {
        artifact[0] = use.version().artifact();
        newer[0] = 0;
      }
      retention
          .kept(use, newer[0]++, now)
          .ifPresentOrElse(why -> kept.merge(why, 1, Integer::sum), () -> going.add(use));
    });
    Footprint footprint = footprint(going);
    Map<StorePath, Long> orphans =
        unreferenced(OpenDeletions.of(metadata, objects).objects(), now);
    return new PrunePlan(
        retention,
        going,
        kept,
        footprint.freedBytes(),
        footprint.storedBytes(),
        orphans.size(),
        orphans.values().stream().mapToLong(Long::longValue).sum());
  }

  /**
   * Deletes the versions that were planned unless something holds them by now, and all bytes that nothing refers to, as far as
   * no run can rely on them; those of interrupted deletions of runs, too. What another is deleting is waited for, up to
   * {@link Lease#LENGTH} should it have been cut off. Whenever the process ends in between, nothing is lost that is still referred to, and what is
   * left goes with the next time.
   */
  public Pruned prune(PrunePlan plan, Act act) {
    Map<StorePath, Long> candidates = footprint(plan.deleted()).ofGoing();
    List<UUID> ids = plan.deleted().stream().map(use -> use.version().id()).toList();
    for (int from = 0; from < ids.size(); from += DELETED_AT_ONCE) {
      metadata.write(new Change.DeleteVersions(
          ids.subList(from, Math.min(ids.size(), from + DELETED_AT_ONCE)),
          plan.retention().uses(),
          act));
    }
    Failpoints.hit("deletion.afterVersions");
    OpenDeletions open = OpenDeletions.of(metadata, objects);
    candidates.putAll(open.objects());
    ObjectSweep sweep = new ObjectSweep(metadata, store, objects);
    sweep.condemn(unreferenced(candidates, act.at()));
    open.conclude(act);
    Swept swept = sweep.sweep();
    if (sweep.awaitOthers()) {
      swept = swept.then(sweep.sweep());
    }
    return new Pruned(deleted(ids), swept);
  }

  private long deleted(List<UUID> versions) {
    return queries.versionsById(versions).values().stream()
        .filter(version -> version.deletedAt() != null)
        .count();
  }

  private Footprint footprint(List<VersionUse> going) {
    Set<UUID> ids = going.stream().map(use -> use.version().id()).collect(Collectors.toSet());
    Footprint footprint = new Footprint(objects, ids);
    queries.forEachManifest(Filter.all(), footprint);
    return footprint;
  }

  /**
   * What nothing refers to, with its bytes: of the candidates, and of all that is old enough.
   *
   * @param candidates which it is known of that they were recorded
   */
  private Map<StorePath, Long> unreferenced(Map<StorePath, Long> candidates, Instant now) {
    Map<StorePath, Long> found = new HashMap<>();
    queries.condemned().forEach(each -> found.put(StorePath.of(each.path()), each.sizeBytes()));
    if (store instanceof ListsObjects lists) {
      Instant old = now.minus(GRACE);
      for (String kind : KINDS) {
        try (Stream<StoredObject> listed = lists.list(StorePath.of(kind))) {
          listed
              .filter(each -> each.created().isBefore(old) || candidates.containsKey(each.path()))
              .forEach(each -> found.put(each.path(), each.size()));
        }
      }
    } else {
      found.putAll(candidates);
    }
    new References(queries, objects).removeReferenced(found.keySet());
    return found;
  }
}
