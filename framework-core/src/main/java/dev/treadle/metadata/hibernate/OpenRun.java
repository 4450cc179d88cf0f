package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the writer knows of a run that can still change. */
final class OpenRun {
  /** A recorded step run that may be finished. */
  record Unfinished(long seq, StepStatus status, int attempts) {}

  private RunStatus status;
  private boolean led;
  private final long endedApart;
  private final Map<UUID, Unfinished> unfinished = new HashMap<>();
  private final EnumMap<StepStatus, Integer> counts = new EnumMap<>(StepStatus.class);

  /**
   * @param led whether this writer leads it
   * @param endedApart how many of its steps others have ended
   */
  OpenRun(RunStatus status, boolean led, long endedApart) {
    this.status = status;
    this.led = led;
    this.endedApart = endedApart;
  }

  /** Whether what is known of it is what the store now says of it, steps that others ended included. */
  boolean isAs(OpenRun stored) {
    return status == stored.status && led == stored.led && endedApart == stored.endedApart;
  }

  boolean isLed() {
    return led;
  }

  /** This writer leads it from now on; its steps that did not run are open again. */
  void takenOver() {
    status = RunStatus.RUNNING;
    led = true;
    unfinished.values().removeIf(step -> step.status() == StepStatus.NOT_RUN);
    counts.remove(StepStatus.NOT_RUN);
  }

  RunStatus status() {
    return status;
  }

  void end(RunStatus how) {
    status = how;
  }

  @Nullable
  Unfinished unfinished(UUID stepRun) {
    return unfinished.get(stepRun);
  }

  /** Takes note of a step run that is recorded now, in place of what it was. */
  void record(UUID stepRun, long seq, StepStatus now, int attempts) {
    Unfinished before = stays(now)
        ? unfinished.remove(stepRun)
        : unfinished.put(stepRun, new Unfinished(seq, now, attempts));
    if (before != null) {
      counts.merge(before.status(), -1, Integer::sum);
    }
    counts.merge(now, 1, Integer::sum);
  }

  /** {@code COMPLETED=3,FAILED=1}. */
  String countsText() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  static Map<StepStatus, Integer> parseCounts(String text) {
    Map<StepStatus, Integer> counts = new EnumMap<>(StepStatus.class);
    for (int start = 0; start < text.length(); ) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int equals = text.indexOf('=', start);
      counts.put(
          StepStatus.valueOf(text.substring(start, equals)),
          Integer.parseInt(text, equals + 1, end, 10));
      start = end + 1;
    }
    return counts;
  }

  // A failed or cancelled step may be executed again when its run is resumed; these are for good.
  private static boolean stays(StepStatus status) {
    return status.hasOutputs() || status == StepStatus.SKIPPED;
  }
}
