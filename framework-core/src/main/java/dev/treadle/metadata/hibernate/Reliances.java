package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.UnitOfWork;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What this process relies on in the artifact store. A sweep waits for the runs that it sees, so an object is relied on only
 * when the runs that were started before are there to be seen; and what is condemned already is let off first.
 */
final class Reliances {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final SweepQueries queries;
  private final Function<Sweep.LetOff, Set<String>> write;
  /** When those were first seen that had taken objects for deletion. */
  private final Map<UUID, Long> takers = new ConcurrentHashMap<>();

  private volatile CompletableFuture<?> lastStart = CompletableFuture.completedFuture(null);

  Reliances(SweepQueries queries, Function<Sweep.LetOff, Set<String>> write) {
    this.queries = queries;
    this.write = write;
  }

  /** Takes note of a unit that was submitted. */
  void submitted(UnitOfWork<?> unit, CompletableFuture<?> written) {
    if (unit instanceof StartRun) {
      lastStart = written;
    }
  }

  long rely(Collection<String> objects) {
    // One that could not be recorded publishes nothing.
    var unused = lastStart.handle((number, failed) -> null).join();
    SweepQueries.Standing standing = queries.standing(objects);
    while (!standing.condemned().isEmpty()) {
      Set<UUID> ended = standing.takers().filter(this::hasEnded).collect(Collectors.toSet());
      Set<String> free = standing.paths(taker -> taker.isEmpty() || ended.contains(taker.get()));
      if (free.isEmpty() || !write.apply(new Sweep.LetOff(free, ended)).isEmpty()) {
        Uninterruptibles.sleepUninterruptibly(PAUSE);
      }
      standing = queries.standing(objects);
    }
    return standing.sweeps();
  }

  /** By a clock that nobody sets: the database's may be set while objects are being deleted. */
  private boolean hasEnded(UUID taker) {
    long now = System.nanoTime();
    return now - takers.computeIfAbsent(taker, seen -> now) > Lease.LENGTH.toNanos();
  }
}
