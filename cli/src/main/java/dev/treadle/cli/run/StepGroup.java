package dev.treadle.cli.run;

import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A step of a run, with all its runs when it is in a map. */
record StepGroup(String step, List<StepRun> runs) {
  /** A map of more items than this is shown as one line, and its failed items. */
  static final int FEW = 10;

  private static final List<StepStatus> WORST_FIRST = List.of(
      StepStatus.FAILED,
      StepStatus.INTERRUPTED,
      StepStatus.CANCELLED,
      StepStatus.RUNNING,
      StepStatus.COMPLETED,
      StepStatus.CACHED,
      StepStatus.QUEUED,
      StepStatus.NEW,
      StepStatus.NOT_RUN,
      StepStatus.SKIPPED);

  StepGroup {
    runs = List.copyOf(runs);
  }

  /** Runs in the order given, of one step together. */
  static List<StepGroup> of(List<StepRun> runs) {
    Map<String, List<StepRun>> byStep = new LinkedHashMap<>();
    runs.forEach(
        run -> byStep.computeIfAbsent(run.step(), step -> new ArrayList<>()).add(run));
    return byStep.entrySet().stream()
        .map(group -> new StepGroup(group.getKey(), group.getValue()))
        .toList();
  }

  boolean isLarge() {
    return runs.size() > FEW;
  }

  /** {@code fit ×30}. */
  String label() {
    return runs.size() == 1 ? runs.get(0).label() : step + " ×" + runs.size();
  }

  /** What its items came to as a whole. */
  StepStatus status() {
    return WORST_FIRST.stream()
        .filter(status -> runs.stream().anyMatch(run -> run.status() == status))
        .findFirst()
        .orElseThrow();
  }

  List<StepRun> failed() {
    return runs.stream().filter(run -> run.failure() != null).toList();
  }

  /** {@code 7 completed, 1 failed, 22 not run}. */
  String counts() {
    Map<StepStatus, Integer> counts = new EnumMap<>(StepStatus.class);
    runs.forEach(run -> counts.merge(run.status(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + RunListing.words(count.getKey()))
        .collect(Collectors.joining(", "));
  }
}
