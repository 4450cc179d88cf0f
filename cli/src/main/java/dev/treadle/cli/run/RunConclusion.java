package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.launch.LaunchOutcome;
import dev.treadle.cli.launch.StartedRun;
import dev.treadle.cli.output.Sink;
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

  /** Of a run that goes on by itself. */
  void print(StartedRun started) {
    long number = started.number();
    switch (session.format()) {
      case NDJSON -> session.out().sink().line(started.line());
      case NAME -> session.out().sink().line(Long.toString(number));
      case JSON, YAML -> {
        try (ProjectStore store = session.store()) {
          RunShowCommand.show(session, store, store.queries().run(started.run()).orElseThrow());
        }
      }
      case TABLE, WIDE, TSV -> {
        Sink sink = session.out().sink();
        sink.line("Run " + number + " goes on in process " + started.pid() + ", which prints into "
            + started.output());
        sink.line("Next: treadle run watch " + number + " · treadle run wait " + number
            + " · treadle run cancel " + number);
      }
    }
  }
}
