package dev.treadle.run.recording;

import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Takes the units of one run to the store in their order; what hangs on one is done once it is durable. Thread-safe. */
final class UnitQueue {
  private final MetadataStore metadata;
  private final Executor thread;
  private final Consumer<Throwable> onLoss;
  /** The unit submitted last, as the store takes them in order. */
  private CompletableFuture<?> recorded = CompletableFuture.completedFuture(null);
  /** The same, when what hangs on it is done too. */
  private CompletableFuture<?> told = recorded;

  /**
   * @param thread does what hangs on units
   * @param onLoss hears of a unit that could not be written
   */
  UnitQueue(MetadataStore metadata, Executor thread, Consumer<Throwable> onLoss) {
    this.metadata = metadata;
    this.thread = thread;
    this.onLoss = onLoss;
  }

  synchronized void submit(UnitOfWork<?> unit, Runnable whenDurable) {
    follow(metadata.enqueue(unit), whenDurable);
  }

  /** The same, and waits until it is durable. */
  void write(UnitOfWork<?> unit, Runnable whenDurable) {
    synchronized (this) {
      follow(metadata.submit(unit), whenDurable);
    }
    awaitVisible();
  }

  private void follow(CompletableFuture<?> submitted, Runnable whenDurable) {
    recorded = submitted;
    told = submitted.whenCompleteAsync(
        (done, error) -> {
          if (error == null) {
            whenDurable.run();
          } else {
            onLoss.accept(error);
          }
        },
        thread);
  }

  /** Completes when all that was submitted so far is durable or lost, and the loss known. */
  synchronized CompletableFuture<?> settled() {
    return told.handle((done, error) -> null);
  }

  /** Waits until queries see what was submitted so far. */
  void awaitVisible() {
    CompletableFuture<?> last;
    synchronized (this) {
      last = recorded;
    }
    var unused = last.handle((done, error) -> null).join();
  }
}
