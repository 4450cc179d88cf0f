package dev.treadle.run.attempt;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.StepProgress;
import dev.treadle.event.EventJson;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the process of a step says while it runs: lines of events among whatever native code prints. */
public final class StepLines {
  private static final EventJson JSON = new EventJson();

  private StepLines() {}

  public static String write(RunEvent event) {
    return JSON.write(event);
  }

  /** How far the step is, if the line says that. */
  static Optional<StepProgress> read(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return JSON.read(line).filter(StepProgress.class::isInstance).map(StepProgress.class::cast);
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
