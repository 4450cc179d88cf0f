package dev.treadle.testing;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.json.Json;
import dev.treadle.log.LogLine;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.Assertions;

/**
 * What must be true of a step, and of each item when it runs in a map.
 *
 * @since 0.1
 */
public final class StepAssert extends AbstractAssert<StepAssert, List<StepRun>> {
  private final HarnessRun run;
  private final String name;

  StepAssert(HarnessRun run, String name, List<StepRun> steps) {
    super(steps, StepAssert.class);
    this.run = run;
    this.name = name;
  }

  /** It ran and completed. */
  public StepAssert ran() {
    return is(StepStatus.COMPLETED);
  }

  /** A stored result was used. */
  public StepAssert wasCached() {
    return is(StepStatus.CACHED);
  }

  /** The branch took the other side. */
  public StepAssert wasSkipped() {
    return is(StepStatus.SKIPPED);
  }

  /** The run ended before the step could start. */
  public StepAssert didNotRun() {
    return is(StepStatus.NOT_RUN);
  }

  /** It failed. */
  public StepAssert failed() {
    return is(StepStatus.FAILED);
  }

  /** It failed with an exception of the type, whose message contains the text. */
  public StepAssert failedWith(Class<? extends Throwable> type, String text) {
    failed();
    for (StepRun step : actual) {
      Failure failure = step.failure();
      Assertions.assertThat(failure == null ? "" : failure.errorClass())
          .as("exception of %s", step.label())
          .isEqualTo(type.getName());
      Assertions.assertThat(failure == null ? "" : failure.message())
          .as("message of %s", step.label())
          .contains(text);
    }
    return this;
  }

  /** So many items of it ran, whatever became of them. */
  public StepAssert ranTimes(int items) {
    Assertions.assertThat(actual.stream().filter(step -> step.attempts() > 0))
        .as("items of %s that ran", name)
        .hasSize(items);
    return this;
  }

  /** It, and each item that ran, took so many attempts. */
  public StepAssert tookAttempts(int attempts) {
    Assertions.assertThat(actual.stream().map(StepRun::attempts))
        .as("attempts of %s", name)
        .allMatch(number -> number == attempts);
    return this;
  }

  /** The reason why it ran, was cached or was skipped contains the text. */
  public StepAssert because(String text) {
    Assertions.assertThat(actual.stream().map(step -> String.valueOf(step.reason())))
        .as("reasons of %s", name)
        .allMatch(reason -> reason.contains(text), "contain '" + text + "'");
    return this;
  }

  /** It recorded the fact. */
  public StepAssert hasMetadata(String key, Object value) {
    for (StepRun step : actual) {
      Assertions.assertThat(run.queries().step(step.id()).orElseThrow().facts())
          .as("metadata of %s", step.label())
          .contains(new Fact(key, Json.writeString(value)));
    }
    return this;
  }

  /** The last point of a metric, to say more of it. */
  public AbstractDoubleAssert<?> metric(String metric) {
    StepRun step = only();
    List<MetricPoint> points = run.queries().metricPoints(step.id(), metric, 0, Integer.MAX_VALUE);
    Assertions.assertThat(points)
        .as("points of metric '%s' of %s", metric, step.label())
        .isNotEmpty();
    return Assertions.assertThat(points.get(points.size() - 1).number())
        .as("metric '%s' of %s", metric, step.label());
  }

  /** A line of its last attempt's log contains the text. */
  public StepAssert logged(String text) {
    for (StepRun step : actual) {
      Assertions.assertThat(log(step).map(LogLine::message))
          .as("log of %s", step.label())
          .anyMatch(message -> message.contains(text));
    }
    return this;
  }

  /**
   * The version that it read: bound to the parameter of this name, or of the artifact of this name.
   *
   * @throws AssertionError when it read none
   */
  public ArtifactVersion read(String name) {
    StepRun step = only();
    List<Edge> inputs = run.queries().edgesOfSteps(List.of(step.id())).stream()
        .filter(edge -> !edge.role().isOutput())
        .toList();
    return inputs.stream()
        .map(
            edge -> Map.entry(edge.name(), run.queries().version(edge.version()).orElseThrow()))
        .filter(read -> read.getKey().equals(name) || read.getValue().artifact().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Step '" + step.label() + "' has not read '" + name
            + "' but " + inputs.stream().map(Edge::name).toList()));
  }

  private StepAssert is(StepStatus status) {
    Assertions.assertThat(actual)
        .as("step %s", name)
        .allSatisfy(step -> Assertions.assertThat(step.status())
            .as(
                "status of %s (%s), run error: %s",
                step.label(), step.reason(), run.result().error())
            .isEqualTo(status));
    return this;
  }

  private StepRun only() {
    Assertions.assertThat(actual)
        .as("items of %s; name one, such as %s[0]", name, name)
        .hasSize(1);
    return actual.get(0);
  }

  private Stream<LogLine> log(StepRun step) {
    List<AttemptRecord> attempts = run.queries().step(step.id()).orElseThrow().attempts();
    String path = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).logPath();
    if (path == null) {
      return Stream.of();
    }
    try (var bytes = run.workspace().artifactStore().open(StorePath.of(path))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(LogLine::parse)
          .flatMap(Optional::stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
