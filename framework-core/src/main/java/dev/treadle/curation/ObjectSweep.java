package dev.treadle.curation;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.error.TreadleException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.Sweep;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.DeleteFailure;
import dev.treadle.spi.DeletesInBulk;
import dev.treadle.spi.StorePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes objects of the artifact store that nothing refers to, while others publish: condemns them, and deletes those
 * condemned ones that no run can rely on any more. It may be killed at any moment and be repeated, and several may be at it.
 */
final class ObjectSweep {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectSweep.class);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration SAID_AFTER = Duration.ofSeconds(1);
  private static final int CONDEMNED_AT_ONCE = 1_000;
  private static final int TAKEN_AT_ONCE = 256;
  private static final int DELETED_AT_ONCE = 32;
  private static final int MOST_TURNS = 5;

  private final MetadataStore metadata;
  private final ArtifactStore store;
  private final References references;

  ObjectSweep(MetadataStore metadata, ArtifactStore store, ArtifactObjects objects) {
    this.metadata = metadata;
    this.store = store;
    this.references = new References(metadata.queries(), objects);
  }

  /** @param candidates paths with their bytes; who refers to them is looked up before they are deleted */
  void condemn(Map<StorePath, Long> candidates) {
    UUID mark = UUID.randomUUID();
    Failpoints.hit("sweep.beforeCondemning");
    portions(candidates.entrySet(), CONDEMNED_AT_ONCE)
        .forEach(portion -> metadata.write(new Sweep.Condemn(
            mark,
            portion.stream()
                .collect(
                    Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)))));
    Failpoints.hit("sweep.afterCondemning");
  }

  /**
   * Deletes what is condemned, as far as that is possible now.
   *
   * @throws TreadleException the first failure of the store, after the rest was tried; a later sweep goes on
   */
  Swept sweep() {
    if (metadata.queries().condemned().isEmpty()) {
      return Swept.NOTHING;
    }
    long oldestRun = metadata.write(new Sweep.Begin());
    Failpoints.hit("sweep.afterBegin");
    // What the runs before it have published is seen from here on.
    Map<StorePath, CondemnedObject> ready = new TreeMap<>();
    List<CondemnedObject> waiting = new ArrayList<>();
    for (CondemnedObject each : metadata.queries().condemned()) {
      if (each.afterRun() < oldestRun) {
        ready.put(StorePath.of(each.path()), each);
      } else {
        waiting.add(each);
      }
    }
    letOffReferenced(ready);
    Failpoints.hit("sweep.afterLettingOff");
    long objects = 0;
    long bytes = 0;
    @Nullable TreadleException failure = null;
    for (List<CondemnedObject> portion : portions(ready.values(), TAKEN_AT_ONCE)) {
      List<CondemnedObject> rest = portion;
      for (int turn = 0; turn < MOST_TURNS && !rest.isEmpty(); turn++) {
        Deletion deletion = new Deletion();
        rest = deletion.run(rest);
        objects += deletion.deleted.size();
        bytes += deletion.bytes();
        failure = failure == null ? deletion.failure : failure;
      }
      waiting.addAll(rest);
    }
    if (failure != null) {
      throw failure;
    }
    return new Swept(
        objects,
        bytes,
        waiting.size(),
        waiting.stream().mapToLong(CondemnedObject::sizeBytes).sum(),
        waitingFor(waiting, oldestRun));
  }

  /**
   * Waits until what others have taken is deleted or may be taken again: by the database's clock, but no longer than they have by
   * this process's.
   *
   * @return whether there was something to wait for
   */
  boolean awaitOthers() {
    long begun = System.nanoTime();
    boolean said = false;
    boolean waited = false;
    while (!metadata.queries().beingDeleted().isEmpty()) {
      long nanos = System.nanoTime() - begun;
      if (nanos > Lease.LENGTH.plus(SAID_AFTER).toNanos()) {
        return true;
      }
      if (!said && nanos > SAID_AFTER.toNanos()) {
        said = true;
        LOG.warn(
            "Another is deleting objects, or was cut off while it did; waiting for it, up to {} s",
            Lease.LENGTH.toSeconds());
      }
      Uninterruptibles.sleepUninterruptibly(PAUSE);
      waited = true;
    }
    return waited;
  }

  private void letOffReferenced(Map<StorePath, CondemnedObject> ready) {
    Set<StorePath> referenced = new HashSet<>(ready.keySet());
    Set<StorePath> unreferenced = new HashSet<>(ready.keySet());
    references.removeReferenced(unreferenced);
    referenced.removeAll(unreferenced);
    ready.keySet().retainAll(unreferenced);
    portions(referenced, CONDEMNED_AT_ONCE)
        .forEach(portion -> metadata.write(new Sweep.LetOff(
            portion.stream().map(StorePath::toString).collect(Collectors.toSet()), Set.of())));
  }

  private List<Long> waitingFor(List<CondemnedObject> waiting, long oldestRun) {
    long newest = waiting.stream().mapToLong(CondemnedObject::afterRun).max().orElse(0);
    return metadata.queries().openRuns().stream()
        .map(run -> run.number())
        .filter(number -> number >= oldestRun && number <= newest)
        .toList();
  }

  private static <T> List<List<T>> portions(Collection<T> all, int size) {
    List<List<T>> portions = new ArrayList<>();
    for (Iterator<T> rest = all.iterator(); rest.hasNext(); ) {
      List<T> portion = new ArrayList<>();
      while (rest.hasNext() && portion.size() < size) {
        portion.add(rest.next());
      }
      portions.add(portion);
    }
    return portions;
  }

  /** The deletion of some objects, for which there is little time: then others may take them. */
  private final class Deletion {
    private final long end = System.nanoTime() + Lease.RENEWAL.toNanos();
    private final UUID taker = UUID.randomUUID();
    private final Map<String, CondemnedObject> deleted = new HashMap<>();
    private @Nullable TreadleException failure;

    /** Gives those for which there was no time; they may be taken again. */
    List<CondemnedObject> run(List<CondemnedObject> wanted) {
      Map<String, CondemnedObject> byPath =
          wanted.stream().collect(Collectors.toMap(CondemnedObject::path, each -> each));
      Set<String> taken = metadata.write(new Sweep.Take(
          taker,
          wanted.stream().collect(Collectors.toMap(CondemnedObject::path, CondemnedObject::mark))));
      Failpoints.hit("sweep.afterTaking");
      Set<String> untouched = new HashSet<>();
      for (List<String> portion : portions(taken, DELETED_AT_ONCE)) {
        if (System.nanoTime() >= end) {
          untouched.addAll(portion);
        } else {
          portion.forEach(path -> deleted.put(path, byPath.get(path)));
          delete(portion.stream().map(StorePath::of).toList());
        }
      }
      Failpoints.hit("sweep.afterDeleting");
      metadata.write(new Sweep.Conclude(taker, deleted.keySet(), untouched));
      Failpoints.hit("sweep.afterConcluding");
      return untouched.stream()
          .map(byPath::get)
          .map(each -> new CondemnedObject(each.path(), each.sizeBytes(), taker, each.afterRun()))
          .toList();
    }

    long bytes() {
      return deleted.values().stream().mapToLong(CondemnedObject::sizeBytes).sum();
    }

    private void delete(List<StorePath> paths) {
      if (store instanceof DeletesInBulk bulk) {
        for (DeleteFailure failed : bulk.deleteAll(paths)) {
          failed(failed.path(), failed.cause());
        }
        return;
      }
      for (StorePath path : paths) {
        try {
          store.delete(path);
        } catch (TreadleException e) {
          failed(path, e);
        }
      }
    }

    private void failed(StorePath path, TreadleException cause) {
      deleted.remove(path.toString());
      failure = failure == null ? cause : failure;
    }
  }
}
