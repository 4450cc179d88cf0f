package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.cli.output.Sink;
import java.util.function.Consumer;

/** The events as they came, for {@code -o ndjson}. */
final class EventRelay implements RunView {
  private final Sink sink;
  private final Consumer<String> talk;

  EventRelay(Sink sink, Consumer<String> talk) {
    this.sink = sink;
    this.talk = talk;
  }

  @Override
  public void on(RunEvent event, String line) {
    sink.line(line);
  }

  @Override
  public void printed(String line) {
    talk.accept(line);
  }
}
