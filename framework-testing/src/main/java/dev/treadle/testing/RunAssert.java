package dev.treadle.testing;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * How a run must have ended.
 *
 * @since 0.1
 */
public final class RunAssert extends AbstractAssert<RunAssert, HarnessRun> {

  RunAssert(HarnessRun run) {
    super(run, RunAssert.class);
  }

  /** It completed. */
  public RunAssert succeeded() {
    return ended(RunStatus.COMPLETED);
  }

  /** A step failed. */
  public RunAssert failed() {
    return ended(RunStatus.FAILED);
  }

  /** A step failed, and the run's error contains the text. */
  public RunAssert failedWith(String text) {
    failed();
    Assertions.assertThat(actual.result().error()).as("error of %s", name()).contains(text);
    return this;
  }

  /** Exactly these steps, or items such as {@code train[2]}, ran and completed. */
  public RunAssert ran(String... labels) {
    return are(StepStatus.COMPLETED, labels);
  }

  /** Of exactly these steps a stored result was used. */
  public RunAssert cached(String... labels) {
    return are(StepStatus.CACHED, labels);
  }

  /** Exactly these steps were left out by a branch. */
  public RunAssert skipped(String... labels) {
    return are(StepStatus.SKIPPED, labels);
  }

  private RunAssert ended(RunStatus status) {
    Assertions.assertThat(actual.result().status())
        .as("status of %s, error %s, steps %s", name(), actual.result().error(), statuses())
        .isEqualTo(status);
    return this;
  }

  private RunAssert are(StepStatus status, String... labels) {
    Assertions.assertThat(statuses().entrySet().stream()
            .filter(step -> step.getValue() == status)
            .map(Map.Entry::getKey))
        .as("steps of %s that are %s, of %s", name(), status, statuses())
        .containsExactlyInAnyOrder(labels);
    return this;
  }

  private String name() {
    return actual.result().pipeline() + " #" + actual.result().number();
  }

  private Map<String, @Nullable StepStatus> statuses() {
    return actual.steps().stream()
        .collect(Collectors.toMap(StepRun::label, StepRun::status, (a, b) -> a, TreeMap::new));
  }
}
