package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.api.NoParams;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.SpinOutput;
import dev.treadle.launch.SpinResult;
import dev.treadle.log.LogLine;
import dev.treadle.metadata.RunFilter;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.plan.Spin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step on the results of a run: it reads what that run read, and leaves no trace. */
public class SpinTest {
  @TempDir
  private Path folder;

  private final List<String> log = new ArrayList<>();

  @Step
  public static int telling(StepContext context, int value) {
    context.logger().info("fitting {}", value);
    System.out.println("printed");
    context.metric("accuracy", 0.5);
    context.metadata("rounds", 3);
    if (value < 0) {
      throw new IllegalArgumentException("value is " + value);
    }
    return value * 2;
  }

  @Test
  void executesOnTheStoredInputsAndRecordsNothing() throws IOException {
    run(p -> chain(p, 1));
    Map<String, Long> before = files();

    SpinResult result = spin(p -> chain(p, 1), "telling", -1);

    assertThat(result.failure()).isNull();
    assertThat(result.run()).isEqualTo(1);
    assertThat(result.inputs()).containsExactly("defined/load@1");
    assertThat(result.outputs())
        .extracting(SpinOutput::name, SpinOutput::preview)
        .containsExactly(tuple("result", "6"));
    assertThat(result.metrics()).isEqualTo(Map.of("accuracy", 0.5));
    assertThat(result.facts()).isEqualTo(Map.of("rounds", "3"));
    assertThat(log.stream().map(LogLine::parse).flatMap(Optional::stream).map(LogLine::message))
        .containsExactly("fitting 3", "printed");
    assertThat(files()).isEqualTo(before);
    try (StoreReader reader = StoreReader.open(folder.resolve("store"))) {
      assertThat(reader.queries().runs(RunFilter.newest(9))).hasSize(1);
      assertThat(reader.queries().versions("defined/telling", Long.MAX_VALUE, 9))
          .hasSize(1);
    }
  }

  @Test
  void tellsWhatTheStepThrew() {
    run(p -> chain(p, -9));

    SpinResult result = spin(p -> chain(p, -9), "telling", -1);

    assertThat(result.failure()).isNotNull();
    assertThat(result.failure().shortText()).isEqualTo("IllegalArgumentException: value is -7");
    assertThat(result.outputs()).isEmpty();
  }

  @Test
  void takesOneItemOfAMap() {
    run(SpinTest::map);

    assertThat(spin(SpinTest::map, "telling", 1).outputs().get(0).preview()).isEqualTo("8");
    assertThat(spin(SpinTest::map, "telling", 1).step()).isEqualTo("telling[1]");
    assertFails(
        CoreProblem.RUN_STEP_NOT_FOUND,
        "'telling' is a step of a map that has 3 items"
            + "\nfix: name one of telling[0] to telling[2]",
        () -> spin(SpinTest::map, "telling", -1));
    assertFails(
        CoreProblem.RUN_STEP_NOT_FOUND,
        "'numbers' is no step of a map\nfix: leave [0] out",
        () -> spin(SpinTest::map, "numbers", 0));
  }

  @Test
  void refusesWhatCannotBeTried() throws IOException {
    run(p -> chain(p, 1));

    assertFails(
        CoreProblem.RUN_STEP_NOT_FOUND,
        "Pipeline 'defined' has no step 'teling'; did you mean 'telling'?",
        () -> spin(p -> chain(p, 1), "teling", -1));
    assertFails(
        CoreProblem.RUN_RESULT_MISSING,
        """
        Run 1 lacks what it should give:
          it has no step 'other' for 'value' of telling
        fix: execute these steps, too, or name a run that has their results: --with-inputs-of RUN""",
        () -> spin(
            p -> p.step(SpinTest::telling)
                .with(p.step(MapSteps::plus).with(1).with(1).named("other")),
            "telling",
            -1));
    assertFails(
        CoreProblem.RUN_STEP_SKIPPED,
        "Step 'good' would be skipped: ok is false",
        () -> spin(
            p -> {
              var ok = p.step(MapSteps::isTrue).with(false).named("ok");
              p.when(ok).then(() -> p.step(MapSteps::square).with(2).named("good"));
            },
            "good",
            -1,
            2));
  }

  private static void chain(PipelineBuilder p, int number) {
    p.step(SpinTest::telling).with(p.step(MapSteps::plus).with(number).with(2).named("load"));
  }

  private static void map(PipelineBuilder p) {
    p.map(
        p.step(MapSteps::numbers).with(3),
        n -> p.step(SpinTest::telling).with(p.step(MapSteps::plus).with(n).with(3)));
  }

  private void run(Consumer<PipelineBuilder> define) {
    try (TestProject project = TestProject.stored(folder)) {
      project.run(define);
    }
  }

  private SpinResult spin(Consumer<PipelineBuilder> define, String step, int mapIndex) {
    return spin(define, step, mapIndex, 1);
  }

  /** On that run; when there is none yet, the pipeline is run first. */
  private SpinResult spin(Consumer<PipelineBuilder> define, String step, int mapIndex, long run) {
    if (run > 1) {
      run(define);
    }
    return new Planning(folder)
        .with(
            folder.resolve("store"),
            (services, scratch) -> new Spin(services, scratch, log::add)
                .of(
                    new RunRequest<>(
                        new DefinedPipeline(define), new NoParams(), RunOptions.DEFAULT),
                    services.queries().runByNumber(run).orElseThrow(),
                    step,
                    mapIndex));
  }

  private Map<String, Long> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.resolve("store"))) {
      Map<String, Long> files = new TreeMap<>();
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".db")) {
          files.put(file.toString(), Files.size(file));
        }
      }
      return files;
    }
  }

  private static void assertFails(CoreProblem code, String message, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
