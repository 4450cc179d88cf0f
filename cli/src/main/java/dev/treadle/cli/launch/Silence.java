package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import java.util.function.Consumer;

/** Shows no events: the result at the end is all that was asked for. */
final class Silence implements RunView {
  private final Consumer<String> talk;

  Silence(Consumer<String> talk) {
    this.talk = talk;
  }

  @Override
  public void on(RunEvent event, String line) {}

  @Override
  public void printed(String line) {
    talk.accept(line);
  }
}
