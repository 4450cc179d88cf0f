package dev.treadle.metadata;

import dev.treadle.error.TreadleException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The record of runs, steps and artifacts of one project. Thread-safe.
 *
 * <p><b>Writing.</b> Units of work go through one queue, in the order of {@link #submit}; those that wait are written in one
 * transaction (group commit) and made durable together. A unit is all or nothing. When the write of a unit fails for its own
 * sake (a conflict), its future fails and the others of the group go on; when the disk or the database fails, the group
 * fails and the store refuses further writes until it is opened again.
 *
 * <p><b>Reading.</b> {@link #queries} sees everything whose future has completed.
 */
public interface MetadataStore extends AutoCloseable {

  /**
   * Queues a unit of work; blocks while thousands are queued, and, for one that would take runs from a process whose lease has run
   * out while others lead runs, for as long as that one may still renew it. Futures complete in order on one thread of the store: what hangs
   * on one may submit more but must not wait for another.
   *
   * @return completes when the unit is committed and durable, with what the store has allotted; fails with a {@code
   *     TreadleException}
   */
  <R> CompletableFuture<R> submit(UnitOfWork<R> unit);

  /**
   * The same for a unit whose future nobody waits for: it may be held back for some milliseconds so that others can share its
   * transaction, and goes no later than what is submitted after it.
   */
  <R> CompletableFuture<R> enqueue(UnitOfWork<R> unit);

  /**
   * Submits a unit of work and waits for it. Not for the thread that completes futures.
   *
   * @throws TreadleException that which its future fails with
   */
  default <R> R write(UnitOfWork<R> unit) {
    try {
      return submit(unit).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof TreadleException known ? known : e;
    }
  }

  /**
   * Relies on objects of the artifact store from now on, be they there already or not: none is deleted before the runs that
   * this store has started have ended. Waits until these runs are recorded, and while one of the objects is being deleted.
   *
   * @return how often objects have been deleted: as long as that stays the same, what was there is there
   */
  long rely(Collection<String> objects);

  /** The reading side. Needs no writer and no ORM. */
  MetadataQueries queries();

  /** Writes what is queued, then closes. */
  @Override
  void close();
}
