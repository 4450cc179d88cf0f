package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.MetadataStoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue, one writer thread: what waits is written in one transaction, synced once, and acknowledged in order.
 *
 * <p>Acknowledging has a thread of its own, so that what hangs on a future may submit more, or take its time, without
 * holding up the writer.
 */
final class GroupCommitWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);

  /** Opens what the writer writes with; run on the writer's thread, as it takes long. */
  @FunctionalInterface
  interface Opening {
    GroupTransaction open() throws SQLException;
  }

  private final Opening opening;
  private final String place;
  private final SubmissionQueue queue = new SubmissionQueue();
  private final ExecutorService acknowledging;
  private final Thread thread;

  GroupCommitWriter(Opening opening, String place) {
    this.opening = opening;
    this.place = place;
    this.acknowledging = Executors.newSingleThreadExecutor(task -> daemon(task, "acknowledging"));
    this.thread = daemon(this::run, "writer");
  }

  void start() {
    thread.start();
  }

  <R> CompletableFuture<R> submit(Submission<R> submission) {
    if (!queue.put(submission)) {
      submission.failed(new MetadataStoreException(
          CoreProblem.STORE_UNREACHABLE, "The metadata store in " + place + " is closed"));
      submission.acknowledge();
    }
    return submission.future();
  }

  /** Writes what is queued and acknowledges it. */
  @Override
  public void close() {
    queue.close();
    Uninterruptibles.joinUninterruptibly(thread);
    acknowledging.shutdown();
  }

  private void run() {
    GroupTransaction transaction = null;
    TreadleException broken = null;
    try {
      transaction = opening.open();
    } catch (RuntimeException | SQLException | Error e) {
      // Whatever it is: without this thread everybody would wait for ever.
      broken = StoreErrors.ofStore(e, place);
    }
    for (var group = queue.take(); !group.isEmpty(); group = queue.take()) {
      if (transaction != null && broken == null) {
        try {
          transaction.write(group);
        } catch (RuntimeException | SQLException | Error e) {
          broken = StoreErrors.ofStore(e, place);
          log.error("The metadata store in {} takes no more writes", place, e);
          fail(group, broken);
        }
      } else {
        fail(group, poisoned(broken));
      }
      List<Submission<?>> done = group;
      acknowledging.execute(() -> done.forEach(this::acknowledge));
    }
  }

  private void acknowledge(Submission<?> submission) {
    try {
      Failpoints.hit("commit.beforeAcknowledgement");
      submission.acknowledge();
    } catch (RuntimeException | Error e) {
      submission.future().completeExceptionally(StoreErrors.ofStore(e, place));
    }
  }

  private static void fail(List<Submission<?>> group, TreadleException failure) {
    group.forEach(submission -> submission.failed(failure));
  }

  private TreadleException poisoned(@Nullable Throwable cause) {
    return new MetadataStoreException(
        CoreProblem.STORE_POISONED,
        "The metadata store in " + place
            + " failed before and takes no more writes. Mend the cause and open it again",
        cause);
  }

  private static Thread daemon(Runnable task, String role) {
    Thread thread = new Thread(task, "treadle-metadata-" + role);
    thread.setDaemon(true);
    return thread;
  }
}
