package dev.treadle.graph.layout;

import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How a step fared in a run. Of a step that ran for many items it is the status that people want to know of first.
 *
 * @param count how many of its step runs have the status
 * @param of how many step runs there are
 */
public record BoxStatus(StepStatus status, int count, int of) {
  private static final List<StepStatus> MOST_TELLING_FIRST = List.of(
      StepStatus.FAILED,
      StepStatus.INTERRUPTED,
      StepStatus.RUNNING,
      StepStatus.CANCELLED,
      StepStatus.NOT_RUN,
      StepStatus.QUEUED,
      StepStatus.NEW,
      StepStatus.COMPLETED,
      StepStatus.CACHED,
      StepStatus.SKIPPED);

  /** The status of a step by its step runs, at least one. */
  static BoxStatus of(Collection<StepRun> runs) {
    for (StepStatus status : MOST_TELLING_FIRST) {
      int count = (int) runs.stream().filter(run -> run.status() == status).count();
      if (count > 0) {
        return new BoxStatus(status, count, runs.size());
      }
    }
    throw new IllegalArgumentException("No step run is given");
  }

  /** {@code not run}; {@code failed 2 of 200} when there are several. */
  public String text() {
    String word = word(status);
    return of == 1 ? word : count == of ? word + " ×" + of : word + " " + count + " of " + of;
  }

  static String word(StepStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A character for the status, never shown without its word nearby. */
  public String glyph() {
    return switch (status) {
      case COMPLETED -> "✔";
      case CACHED -> "◌";
      case RUNNING -> "●";
      case FAILED, INTERRUPTED -> "✘";
      case NEW, QUEUED -> "·";
      case SKIPPED, CANCELLED, NOT_RUN -> "–";
    };
  }
}
