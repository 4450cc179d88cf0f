package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.curation.Target;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.Change;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "note",
    header = "Write a note on a run, in place of the one before.",
    description = "Empty text removes it.",
    footer = {
      "",
      "Examples:",
      "  treadle run note 42 'sensor 7 was off'",
      "  treadle run list -w 'note~sensor'"
    })
final class RunNoteCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1", paramLabel = "TEXT")
  String text = "";

  RunNoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      PipelineRun found = run.in(store);
      Target of = Target.of(found);
      String note = text.strip();
      store.write(new Change.Note(found.id(), note, session.act()));
      session
          .out()
          .document(
              "Note",
              new Fields()
                  .with("target", of.reference())
                  .with("note", note.isEmpty() ? null : note)
                  .map(),
              of.reference(),
              look -> new Page(look)
                  .text(
                      Text.of(of.title() + "   ", Style.BOLD),
                      Text.of(note.isEmpty() ? "no note" : note))
                  .lines());
    }
    return 0;
  }
}
