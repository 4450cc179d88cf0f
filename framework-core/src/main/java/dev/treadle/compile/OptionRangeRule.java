package dev.treadle.compile;

import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.Step;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.TimeoutText;
import java.util.ArrayList;
import java.util.List;

final class OptionRangeRule implements GraphRule {
  private static final int MOST_RETRIES = 100;
  private static final int LARGEST_FACTOR = 100;

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      var step = use.signature().method().getAnnotation(Step.class);
      if (step != null) {
        checkAnnotation(step, use, findings);
      }
    }
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof StepNode step) {
        checkCall(step, i, findings);
      }
    }
  }

  private static void checkAnnotation(Step step, Draft.Use use, Findings findings) {
    var where = "@Step on " + use.signature().spec().shortText();
    if (step.retries() < -1 || step.retries() > MOST_RETRIES) {
      findings.add(use.node(), retries(where, step.retries(), use.place()));
    }
    if (!TimeoutText.isValid(step.timeout())) {
      findings.add(
          use.node(),
          new Problem(
              CoreProblem.STEP_OPTION_RANGE,
              "%s has timeout '%s', which is not a positive time.".formatted(where, step.timeout()),
              List.of(use.place()),
              "write a number and ms, s, m, h or d, such as \"90s\""));
    }
  }

  private static void checkCall(StepNode step, int index, Findings findings) {
    var options = step.options();
    var where = "Step '" + step.name() + "'";
    var place = "at " + step.location().longText();
    if (options.retry() != null) {
      checkRetry(options.retry(), where, place).forEach(problem -> findings.add(index, problem));
    }
    var timeout = options.timeout();
    if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
      findings.add(
          index,
          new Problem(
              CoreProblem.STEP_OPTION_RANGE,
              "%s has timeout %s, which is not positive.".formatted(where, timeout),
              List.of(place),
              "timeout(Duration.ofMinutes(5)), or leave it out for no limit"));
    }
    if (!isInRange(options.resources())) {
      findings.add(
          index,
          new Problem(
              CoreProblem.STEP_OPTION_RANGE,
              "%s asks for %s cpus, %d bytes of memory and %d gpus; none may be negative."
                  .formatted(
                      where,
                      options.resources().cpus(),
                      options.resources().memoryBytes(),
                      options.resources().gpus()),
              List.of(place),
              "leave out what is not needed"));
    }
  }

  private static List<Problem> checkRetry(Retry retry, String where, String place) {
    var problems = new ArrayList<Problem>();
    if (retry.times() < 0 || retry.times() > MOST_RETRIES) {
      problems.add(retries(where, retry.times(), place));
    }
    if (retry.delay().isNegative() || retry.maxDelay().isNegative()) {
      problems.add(problem(
          where + " waits for a negative time between attempts.",
          place,
          "withDelay(Duration.ofSeconds(2))"));
    }
    if (!(retry.factor() >= 1 && retry.factor() <= LARGEST_FACTOR)) {
      problems.add(problem(
          "%s has %s as the factor of its pauses; 1 to %d are allowed."
              .formatted(where, retry.factor(), LARGEST_FACTOR),
          place,
          "withFactor(2)"));
    }
    if (!(retry.jitter() >= 0 && retry.jitter() <= 1)) {
      problems.add(problem(
          "%s has a jitter of %s; it is a share from 0 to 1.".formatted(where, retry.jitter()),
          place,
          "withJitter(0.2)"));
    }
    return problems;
  }

  private static Problem problem(String message, String place, String fix) {
    return new Problem(CoreProblem.STEP_OPTION_RANGE, message, List.of(place), fix);
  }

  private static boolean isInRange(Resources resources) {
    return resources.cpus() >= 0
        && Double.isFinite(resources.cpus())
        && resources.memoryBytes() >= 0
        && resources.gpus() >= 0;
  }

  private static Problem retries(String where, int retries, String place) {
    return new Problem(
        CoreProblem.STEP_OPTION_RANGE,
        "%s has %d retries; 0 to %d are allowed.".formatted(where, retries, MOST_RETRIES),
        List.of(place),
        "");
  }
}
