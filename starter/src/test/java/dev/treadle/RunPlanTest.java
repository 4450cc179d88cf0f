package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.NoParams;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.PlannedStep;
import dev.treadle.launch.PlannedStep.Outlook;
import dev.treadle.launch.RunPlan;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.reuse.Reuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says is what the run then does, and making it leaves no trace. */
class RunPlanTest {
  @TempDir
  Path folder;

  @Test
  void makesNoStoreWhereThereIsNone() {
    RunPlan plan = plan(RunPlanTest::chain);

    assertThat(outlooks(plan))
        .isEqualTo(Map.of("four", Outlook.RUN, "square", Outlook.UNKNOWN, "last", Outlook.UNKNOWN));
    assertThat(step(plan, "four").reason()).contains("first run");
    assertThat(step(plan, "square").dependsOn()).containsExactly("four");
    assertThat(step(plan, "last").reason()).isEqualTo("depends on square");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void findsWhatIsCachedAndChangesNothing() throws IOException {
    run(RunPlanTest::chain);
    Map<String, Long> before = files();

    RunPlan same = plan(RunPlanTest::chain);
    RunPlan changed = plan(p -> {
      var four = p.step(MapSteps::plus).with(2).with(2).named("four");
      var square = p.step(MapSteps::square).with(four);
      p.step(MapSteps::plus).with(square).with(7).named("last");
    });

    assertThat(same.steps())
        .allSatisfy(step -> assertThat(step.outlook()).isEqualTo(Outlook.CACHED))
        .allSatisfy(step -> assertThat(step.cachedFrom()).isEqualTo(1));
    assertThat(outlooks(changed))
        .isEqualTo(Map.of("four", Outlook.CACHED, "square", Outlook.CACHED, "last", Outlook.RUN));
    assertThat(step(changed, "last").reason()).isEqualTo("param b: 1 → 7");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void readsAStoreInWhichItMayNotWrite() throws IOException {
    run(RunPlanTest::chain);
    List<Path> folders = folders();
    Map<String, Long> before = files();

    folders.forEach(each -> assertThat(each.toFile().setWritable(false)).isTrue());
    try {
      assertThat(plan(RunPlanTest::chain).steps())
          .hasSize(3)
          .allSatisfy(step -> assertThat(step.outlook()).isEqualTo(Outlook.CACHED));
    } finally {
      folders.forEach(each -> assertThat(each.toFile().setWritable(true)).isTrue());
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void asksWhoHasTheStoreOpen() {
    try (TestProject project = TestProject.stored(folder)) {
      project.runCached(RunPlanTest::chain);

      assertThat(plan(RunPlanTest::chain).steps())
          .hasSize(3)
          .allSatisfy(step -> assertThat(step.cachedFrom()).isEqualTo(1));
    }
  }

  @Test
  void takesNamedStepsOrAllAnew() {
    run(RunPlanTest::chain);

    assertThat(outlooks(plan(RunPlanTest::chain, Reuse.allowedBut(List.of("square")))))
        .isEqualTo(Map.of("four", Outlook.CACHED, "square", Outlook.RUN, "last", Outlook.UNKNOWN));
    assertThat(plan(RunPlanTest::chain, Reuse.FORBIDDEN).steps())
        .allSatisfy(step -> assertThat(step.outlook()).isEqualTo(Outlook.RUN))
        .allSatisfy(step -> assertThat(step.reason()).isEqualTo("caching is off: --no-cache"));
    assertThatThrownBy(() -> plan(RunPlanTest::chain, Reuse.allowedBut(List.of("sqare"))))
        .isInstanceOf(TreadleException.class)
        .hasMessage(
            "Pipeline 'defined' has no step 'sqare', which --no-cache names; did you mean 'square'?");
  }

  @Test
  void runsWhatWasNamedAndTakesTheRestFromTheCache() {
    run(RunPlanTest::chain);

    try (TestProject project = TestProject.stored(folder)) {
      Ran ran = project.run(RunPlanTest::chain, options(Reuse.allowedBut(List.of("square"))));

      assertThat(ran.statuses().toString())
          .isEqualTo("{four=CACHED, last=CACHED, square=COMPLETED}");
    }
  }

  @Test
  void expandsMapsWhoseItemsAreStored() {
    run(p -> map(p, 3, 5));

    RunPlan same = plan(p -> map(p, 3, 5));
    RunPlan other = plan(p -> map(p, 3, 6));
    RunPlan more = plan(p -> map(p, 4, 5));

    assertThat(same.steps())
        .allSatisfy(step -> assertThat(step.outlook()).isEqualTo(Outlook.CACHED));
    assertThat(outlooks(other).toString())
        .isEqualTo("{integers=UNKNOWN, numbers=CACHED, plus[0]=RUN, plus[1]=RUN, plus[2]=RUN}");
    assertThat(step(other, "integers").dependsOn()).containsExactly("plus");
    assertThat(outlooks(more).toString())
        .isEqualTo("{integers=UNKNOWN, numbers=RUN, plus=UNKNOWN}");
    assertThat(step(more, "integers").dependsOn()).containsExactly("numbers");
  }

  @Test
  void keepsLargeItemsOfMapsOutOfTheStore() throws IOException {
    Consumer<PipelineBuilder> define = p -> p.map(
        p.step(PlanSteps::blocks).with(2), block -> p.step(PlanSteps::sizeOf).with(block));
    run(define);
    Map<String, Long> before = files();

    assertThat(plan(define).steps())
        .hasSize(3)
        .allSatisfy(step -> assertThat(step.outlook()).isEqualTo(Outlook.CACHED));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void followsABranchWhoseConditionIsStored() {
    run(p -> branch(p, true));

    RunPlan same = plan(p -> branch(p, true));
    RunPlan other = plan(p -> branch(p, false));

    assertThat(outlooks(same).toString())
        .isEqualTo("{isTrue=CACHED, last=CACHED, three=SKIPPED, two=CACHED}");
    assertThat(step(same, "three").reason()).isEqualTo("isTrue is true");
    assertThat(outlooks(other).toString())
        .isEqualTo("{isTrue=RUN, last=UNKNOWN, three=UNKNOWN, two=UNKNOWN}");
    assertThat(step(other, "three").dependsOn()).containsExactly("isTrue");
  }

  @Test
  void doesNotPromiseToRunWhatMayBeSkipped() {
    Map<String, Outlook> all = outlooks(plan(p -> branch(p, true), Reuse.FORBIDDEN));

    assertThat(all.toString()).isEqualTo("{isTrue=RUN, last=UNKNOWN, three=UNKNOWN, two=UNKNOWN}");
  }

  @Test
  void looksAtExternalDataWithoutRegisteringThem() throws IOException {
    Path file = Files.writeString(folder.resolve("data.txt"), "one");
    Consumer<PipelineBuilder> define =
        p -> p.step(ContextSteps::textOf).with(p.external("weather", file.toUri()));
    run(define);
    assertThat(plan(define).steps().get(0).outlook()).isEqualTo(Outlook.CACHED);

    Files.writeString(file, "another");
    assertThat(plan(define).steps().get(0).outlook()).isEqualTo(Outlook.RUN);

    Files.delete(file);
    PlannedStep gone = plan(define).steps().get(0);
    assertThat(gone.outlook()).isEqualTo(Outlook.FAIL);
    assertThat(gone.reason()).contains("data.txt");
    try (StoreReader reader = StoreReader.open(folder.resolve("store"))) {
      assertThat(reader.queries().versions("weather", Long.MAX_VALUE, 10)).hasSize(1);
    }
  }

  @Test
  void tellsWhatWasAskedForWithAStep() {
    RunPlan plan = plan(p -> p.step(PlanSteps::limited).with(2));

    PlannedStep step = plan.steps().get(0);
    assertThat(step.reason()).isEqualTo("caching is off: @Step(cache = Caching.OFF)");
    assertThat(step.retries()).isEqualTo(3);
    assertThat(step.timeoutMs()).isEqualTo(300_000);
  }

  private static void chain(PipelineBuilder p) {
    var four = p.step(MapSteps::plus).with(2).with(2).named("four");
    var square = p.step(MapSteps::square).with(four);
    p.step(MapSteps::plus).with(square).with(1).named("last");
  }

  private static void map(PipelineBuilder p, int count, int more) {
    var list = p.map(
        p.step(MapSteps::numbers).with(count),
        n -> p.step(MapSteps::plus).with(n).with(more));
    p.step(MapSteps::integers).with(list);
  }

  private static void branch(PipelineBuilder p, boolean side) {
    var either = p.either(
        p.step(MapSteps::isTrue).with(side),
        () -> p.step(MapSteps::plus).with(1).with(1).named("two"),
        () -> p.step(MapSteps::plus).with(1).with(2).named("three"));
    p.step(MapSteps::square).with(either).named("last");
  }

  private void run(Consumer<PipelineBuilder> define) {
    try (TestProject project = TestProject.stored(folder)) {
      assertThat(project.runCached(define).result().error()).isNull();
    }
  }

  private RunPlan plan(Consumer<PipelineBuilder> define) {
    return plan(define, Reuse.ALLOWED);
  }

  private RunPlan plan(Consumer<PipelineBuilder> define, Reuse reuse) {
    return new Planning(folder)
        .plan(
            new RunRequest<>(new DefinedPipeline(define), new NoParams(), options(reuse)),
            folder.resolve("store"));
  }

  private static RunOptions options(Reuse reuse) {
    return new RunOptions(RunOptions.DEFAULT_SEED, reuse, 0, Map.of());
  }

  private static Map<String, Outlook> outlooks(RunPlan plan) {
    return plan.steps().stream()
        .collect(
            Collectors.toMap(PlannedStep::label, PlannedStep::outlook, (a, b) -> a, TreeMap::new));
  }

  private static PlannedStep step(RunPlan plan, String label) {
    return plan.steps().stream()
        .filter(step -> step.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** The files and folders of the store by path, with the times when they were changed. */
  private Map<String, Long> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.resolve("store"))) {
      Map<String, Long> files = new TreeMap<>();
      for (Path file : tree.toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
      }
      return files;
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.resolve("store"))) {
      return tree.filter(Files::isDirectory).toList();
    }
  }
}
