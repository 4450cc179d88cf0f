package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.UnitOfWork;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What this process relies on in the artifact store. A sweep waits for the runs that it sees, so an object is relied on only
 * when the runs that were started before are there to be seen; and what is condemned already is let off first.
 */
final class Reliances {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final SweepQueries queries;
  private final Function<Sweep.LetOff, Set<String>> write;
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

  long rely(String object) {
    // One that could not be recorded publishes nothing.
    var unused = lastStart.handle((number, failed) -> null).join();
    SweepQueries.Standing standing = queries.standing(object);
    while (standing.condemned()) {
      if (!write.apply(new Sweep.LetOff(Set.of(object))).isEmpty()) {
        Uninterruptibles.sleepUninterruptibly(PAUSE);
      }
      standing = queries.standing(object);
    }
    return standing.sweeps();
  }
}
