package dev.treadle.run.recording;

import dev.treadle.api.run.StepStatus;
import java.util.EnumMap;
import java.util.Map;

/** How many steps of a run ended how. Thread-safe. */
public final class StepCounts {
  private final Map<StepStatus, Integer> counts = new EnumMap<>(StepStatus.class);

  synchronized void add(StepStatus status) {
    counts.merge(status, 1, Integer::sum);
  }

  public synchronized Map<StepStatus, Integer> byStatus() {
    return new EnumMap<>(counts);
  }
}
