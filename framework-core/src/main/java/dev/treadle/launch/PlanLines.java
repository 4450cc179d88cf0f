package dev.treadle.launch;

import dev.treadle.event.EventLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as one line for the run and one for each step, in the form of {@link EventLines}. */
public final class PlanLines {
  private PlanLines() {}

  /** The lines, without their ends. */
  public static List<String> of(RunPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("plan pipeline=" + EventLines.value(plan.pipeline()) + " seed=" + plan.seed()
        + " params=" + EventLines.value(plan.paramsJson()));
    plan.steps().forEach(step -> lines.add(line(step)));
    return lines;
  }

  /** The outlook as it stands in a line: {@code not-run}. */
  public static String word(PlannedStep.Outlook outlook) {
    return outlook.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String line(PlannedStep step) {
    StringBuilder line = new StringBuilder("step=").append(EventLines.value(step.label()));
    line.append(" plan=").append(word(step.outlook()));
    if (step.cachedFrom() != null) {
      line.append(" from=").append(step.cachedFrom());
    }
    line.append(" reason=").append(EventLines.value(step.reason()));
    if (step.retries() > 0) {
      line.append(" retries=").append(step.retries());
    }
    if (step.timeoutMs() != null) {
      line.append(" timeout-ms=").append(step.timeoutMs());
    }
    if (step.resources().cpus() > 0) {
      line.append(" cpus=").append(step.resources().cpus());
    }
    if (step.resources().memoryBytes() > 0) {
      line.append(" memory-bytes=").append(step.resources().memoryBytes());
    }
    if (step.resources().gpus() > 0) {
      line.append(" gpus=").append(step.resources().gpus());
    }
    return line.toString();
  }
}
