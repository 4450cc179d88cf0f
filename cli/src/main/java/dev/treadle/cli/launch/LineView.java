package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import dev.treadle.event.EventLines;
import java.util.function.Consumer;

/** A run as one line for each event, where nobody watches. */
final class LineView implements RunView {
  private final EventLines lines;
  private final Consumer<String> talk;

  LineView(Sink sink, Look look, Consumer<String> talk) {
    this.lines = new EventLines(line -> sink.line(look.line(Text.of(line))));
    this.talk = talk;
  }

  @Override
  public void on(RunEvent event, String json) {
    lines.on(event);
  }

  @Override
  public void printed(String line) {
    talk.accept(line);
  }
}
