package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.TakeOver;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    header = "Cancel runs, wherever they go on.",
    description = {
      "Asks the process that leads a run: its steps are interrupted, and it ends as",
      "cancelled. What has finished keeps its results. A run whose process is gone is",
      "ended at once."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run cancel 42",
      "  treadle run cancel 41 42 --reason 'wrong month'",
      "  treadle run cancel @latest:running"
    })
final class RunCancelCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "42, @latest, @latest:running, …")
  List<String> references = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; recorded with the run")
  String reason = "";

  RunCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      RunReferences runs = new RunReferences(store.queries());
      List<PipelineRun> wanted =
          references.stream().map(runs::resolve).distinct().toList();
      wanted.stream().filter(run -> run.status().isTerminal()).findFirst().ifPresent(ended -> {
        throw new TreadleException(
            CoreProblem.RUN_STATE,
            "Run " + ended.number() + " has ended already, " + RunListing.word(ended.status()));
      });
      wanted.forEach(run -> ask(store, run));
      for (PipelineRun run : wanted) {
        PipelineRun ended = awaitEnd(store, run);
        session.say("Run " + ended.number() + " " + RunListing.word(ended.status()));
      }
    }
    return 0;
  }

  private void ask(ProjectStore store, PipelineRun run) {
    if (run.status() == RunStatus.INTERRUPTED) {
      end(store, run);
    } else {
      store.write(new Change.RequestCancel(run.id(), reason, session.act()));
      session.say("Asked the process of run " + run.number() + " on " + run.host() + " to stop it");
    }
  }

  /** Its process may be lost before it has heard. */
  private PipelineRun awaitEnd(ProjectStore store, PipelineRun run) {
    PipelineRun found = RunWaiting.of(run.id(), store, RunWaiting.FOR_EVER).orElseThrow();
    if (found.endedAt() == null) {
      end(store, found);
    }
    return store.queries().run(run.id()).orElse(found);
  }

  private void end(ProjectStore store, PipelineRun run) {
    store.write(new TakeOver(run.id()));
    String by = "cancelled by " + session.act().by() + (reason.isBlank() ? "" : ": " + reason);
    store.write(new FinishRun(run.id(), RunStatus.CANCELLED, session.clock().instant(), by));
  }
}
