package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.StoreReader;
import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.TreadleException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.hibernate.Leases;
import dev.treadle.run.RunHandle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that is done to a store, and what the model says that it does. */
sealed interface Deed {

  void apply(Path store, Model model);

  /** A run to its end. */
  record Run(int work) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      try (Workspace workspace = Workspace.open(store, store)) {
        RunHandle run = workspace.launcher().start(Work.request(work), List.of());
        assertThat(run.number()).isEqualTo(model.next());
        RunResult ended = run.await();
        assertThat(ended.error()).isNull();
        model.put(run.number(), ended.status(), RunStatus.COMPLETED);
      }
    }
  }

  /** A run that is cancelled when it may have ended already. */
  record Cancelled(int work) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      try (Workspace workspace = Workspace.open(store, store)) {
        RunHandle run = workspace.launcher().start(Work.request(work), List.of());
        run.cancel();
        assertThat(run.number()).isEqualTo(model.next());
        model.put(run.number(), run.await().status(), RunStatus.CANCELLED, RunStatus.COMPLETED);
      }
    }
  }

  /** A run whose process fails at its next commit, so that nobody ends it. */
  record Lost(int work) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      RunStatus left;
      try (Workspace workspace = Workspace.open(store, store)) {
        RunHandle run = workspace.launcher().start(Work.request(work), List.of());
        assertThat(run.number()).isEqualTo(model.next());
        Failpoints.arm(edge -> {
          if (edge.equals("commit.beforeCommit")) {
            throw new OutOfMemoryError("of the model");
          }
        });
        left = run.await().status();
      } catch (TreadleException | OutOfMemoryError e) {
        left = RunStatus.INTERRUPTED;
      } finally {
        Failpoints.disarm();
      }
      Leases.expire(store);
      model.put(model.next(), left, RunStatus.INTERRUPTED, RunStatus.COMPLETED);
    }
  }

  /** Two runs of two workspaces at the same time. */
  record AtOnce(int work) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      try (Workspace one = Workspace.open(store, store);
          Workspace other = Workspace.open(store, store)) {
        RunHandle first = one.launcher().start(Work.request(work), List.of());
        RunHandle second = other.launcher().start(Work.request(work), List.of());
        RunStatus ended = first.await().status();
        RunStatus alsoEnded = second.await().status();
        assertThat(List.of(first.number(), second.number()))
            .containsExactlyInAnyOrder(model.next(), model.next() + 1);
        model.put(Math.min(first.number(), second.number()), ended, RunStatus.COMPLETED);
        model.put(Math.max(first.number(), second.number()), alsoEnded, RunStatus.COMPLETED);
      }
    }
  }

  /** Goes on with one of the runs that can. */
  record Resumed(int index) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      Optional<Long> number = model.pick(index, status -> status != RunStatus.COMPLETED);
      if (number.isPresent()) {
        try (Workspace workspace = Workspace.open(store, store)) {
          model.put(
              number.get(),
              Work.resume(workspace, Model.run(workspace, number.get())).await().status(),
              RunStatus.COMPLETED);
        }
      }
    }
  }

  /** Deletes one of the runs, with what nobody else uses. */
  record Deleted(int index) implements Deed {
    @Override
    public void apply(Path store, Model model) {
      Optional<Long> number = model.pick(index, status -> true);
      if (number.isPresent()) {
        try (StoreReader reader = StoreReader.open(store)) {
          PipelineRun run = reader.queries().runByNumber(number.get()).orElseThrow();
          var plan = reader.deletions().plan(List.of(run), Artifacts.DELETE_UNUSED);
          reader.deletions().delete(plan, new Act("ana", Instant.EPOCH));
        }
        model.remove(number.get());
      }
    }
  }
}
