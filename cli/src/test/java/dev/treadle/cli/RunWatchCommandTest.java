package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWatchCommandTest {

  @Test
  void showsARunThatHasEndedAndEndsAsItDid() {
    Golden.assertEquals("run-watch.pipe.txt", watch(CommandLineRun.PIPE, "2").stdout);
    Golden.assertEquals("run-watch.screen.txt", watch(CommandLineRun.SCREEN, "2").stdout);
    assertThat(watch(CommandLineRun.PIPE, "2").exitCode).isZero();
    assertThat(watch(CommandLineRun.PIPE, "3").exitCode).isEqualTo(1);
    assertThat(watch(CommandLineRun.PIPE, "42").exitCode).isEqualTo(3);
    assertThat(watch(CommandLineRun.PIPE, "2", "-o", "ndjson").stdout.lines())
        .allMatch(line -> line.startsWith("{\"apiVersion\":\"treadle/v1\",\"kind\":\""))
        .hasSize(7);
  }

  @Test
  void tellsWhatIsNewUntilTheRunEnds() {
    Deque<SampleStore> looks = new ArrayDeque<>(List.of(
        goingOn(step("load", StepStatus.RUNNING)),
        goingOn(step("load", StepStatus.COMPLETED), step("train", StepStatus.RUNNING)),
        ended(),
        ended()));

    CommandLineRun watched = watch(path -> looks.remove());

    assertThat(watched.exitCode).isZero();
    assertThat(watched.stdout).startsWith("""
            2026-11-23T20:02:00Z run=2 pipeline=penguins state=started seed=17
            2026-11-23T20:00:00Z run=2 step=load state=started attempt=1
            2026-11-23T20:00:01Z run=2 step=load state=completed ms=1000 cache=miss reason=first summary="344 rows"
            2026-11-23T20:00:00Z run=2 step=train state=started attempt=1
            2026-11-23T20:00:01Z run=2 step=train state=completed ms=1000 cache=miss reason=first summary="344 rows"
            2026-11-23T20:02:03Z run=2 state=completed ms=3000
            ✔ penguins #2 completed in 3.0 s
            """.stripTrailing());
  }

  @Test
  void doesNotWaitForARunWhoseProcessHasGone() {
    CommandLineRun watched =
        watch(path -> withStatus(RunStatus.INTERRUPTED, step("load", StepStatus.INTERRUPTED)));

    assertThat(watched.exitCode).isEqualTo(1);
    assertThat(watched.stderr)
        .isEqualTo(
            "error[RUN-200]: Run 2 did not end: its process has gone\n  fix: treadle run resume 2\n");
  }

  private static CommandLineRun watch(Terminal terminal, String... args) {
    SampleStore store = new SampleStore();
    store.queries.snapshot = PipelineCommandTest.snapshot();
    String[] all = new String[args.length + 2];
    all[0] = "run";
    all[1] = "watch";
    System.arraycopy(args, 0, all, 2, args.length);
    return CommandLineRun.with(terminal, store, Path.of("target"), all);
  }

  private static CommandLineRun watch(StoreOpener stores) {
    return CommandLineRun.with(CommandLineRun.PIPE, stores, "run", "watch", "2");
  }

  /** The second run when these steps have begun. */
  private static SampleStore goingOn(StepRun... begun) {
    return withStatus(RunStatus.RUNNING, begun);
  }

  private static SampleStore withStatus(RunStatus status, StepRun... begun) {
    SampleStore store = new SampleStore();
    store.queries.snapshot = PipelineCommandTest.snapshot();
    store.queries.runs.replaceAll(run -> run.number() == 2 ? with(status, run) : run);
    store.queries.steps.removeIf(step -> step.runId().equals(SampleStore.id(2, "")));
    store.queries.steps.addAll(List.of(begun));
    return store;
  }

  private static SampleStore ended() {
    SampleStore store =
        goingOn(step("load", StepStatus.COMPLETED), step("train", StepStatus.COMPLETED));
    store.queries.runs.clear();
    store.queries.runs.addAll(new SampleStore().queries.runs);
    return store;
  }

  static PipelineRun with(RunStatus status, PipelineRun run) {
    return new PipelineRun(
        run.id(),
        run.number(),
        run.pipeline(),
        status,
        run.startedAt(),
        null,
        run.paramsJson(),
        run.seed(),
        run.stack(),
        run.user(),
        run.host(),
        Map.of(),
        null,
        run.tags(),
        run.note());
  }

  private static StepRun step(String name, StepStatus status) {
    return new StepRun(
        SampleStore.id(2, name),
        SampleStore.id(2, ""),
        name,
        -1,
        status,
        SampleStore.START,
        status == StepStatus.RUNNING ? null : SampleStore.START.plusSeconds(1),
        1,
        "first",
        null,
        null,
        "344 rows");
  }
}
