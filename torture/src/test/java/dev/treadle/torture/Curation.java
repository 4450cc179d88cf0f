package dev.treadle.torture;

import dev.treadle.StoreReader;
import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.curation.Retention;
import dev.treadle.error.TreadleException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.hibernate.Leases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Deletes a run, prunes, and goes on with a run that is lost: as a deed that may be cut off anywhere and be repeated. */
final class Curation {
  /** With what a halted process ends. */
  static final int HALTED = 86;

  private static final int RUNS = 3;
  private static final long DELETED = 2;

  private Curation() {}

  /** A store with some runs and one more whose process is lost. */
  static void prepare(Path store) {
    try (Workspace workspace = Workspace.open(store, store)) {
      for (int work = 0; work < RUNS; work++) {
        workspace.launcher().start(Work.request(work), List.of()).await();
      }
    }
    lose(store);
  }

  /** Has a run fail at its second commit, so that nobody ends it. */
  private static void lose(Path store) {
    AtomicInteger commits = new AtomicInteger();
    Failpoints.arm(edge -> {
      if (edge.equals("commit.beforeCommit") && commits.incrementAndGet() > 1) {
        throw new OutOfMemoryError("of the scenario");
      }
    });
    try (Workspace workspace = Workspace.open(store, store)) {
      workspace.launcher().start(Work.request(RUNS), List.of()).await();
    } catch (TreadleException | OutOfMemoryError e) {
      // As it should.
    } finally {
      Failpoints.disarm();
    }
    Leases.expire(store);
  }

  /** @param now by which the age of objects is told */
  static void curate(Path store, Instant now) {
    Act act = new Act("ana", now);
    try (StoreReader reader = StoreReader.open(store)) {
      Optional<PipelineRun> run = reader.queries().runByNumber(DELETED);
      run.ifPresent(going -> reader
          .deletions()
          .delete(reader.deletions().plan(List.of(going), Artifacts.DELETE_UNUSED), act));
      var retention = new Retention(Optional.empty(), 1, Uses.DO_NOT_COUNT);
      reader.pruning().prune(reader.pruning().plan(retention, act.at()), act);
    }
    Leases.expire(store);
    try (Workspace workspace = Workspace.open(store, store)) {
      workspace.metadata().queries().runs(RunFilter.newest(RUNS + 1)).stream()
          .filter(run -> run.status() == RunStatus.INTERRUPTED)
          .forEach(run -> Work.resume(workspace, run).await());
    }
  }

  /** Ends the process when it comes to an edge for the N-th time: the arguments are edge, N and the store. */
  public static void main(String[] arguments) {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    Failpoints.arm(edge -> {
      if (edge.equals(arguments[0]) && left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(HALTED);
      }
    });
    curate(Path.of(arguments[2]), Instant.now());
  }
}
