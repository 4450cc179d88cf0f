package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.launch.LaunchOutcome;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;

/** The last words on a run, in the form that was asked for. */
final class RunConclusion {
  private final Session session;

  RunConclusion(Session session) {
    this.session = session;
  }

  /** Of a run that has ended. */
  void print(LaunchOutcome outcome) {
    switch (session.format()) {
      case NDJSON -> {}
      case NAME -> session.out().sink().line(Long.toString(outcome.number()));
      case TABLE, WIDE, TSV, JSON, YAML -> {
        try (ProjectStore store = session.store()) {
          PipelineRun run = store.queries().run(outcome.run()).orElseThrow();
          if (session.format().isDocument()) {
            RunShowCommand.show(session, store, run);
          } else {
            new RunSummary(store.queries(), run, outcome.end(), session.out().look())
                .lines()
                .forEach(session.out().sink()::line);
          }
        }
      }
    }
  }
}
