package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.api.data.Secret;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.lineage.Direction;
import dev.treadle.lineage.Lineage;
import dev.treadle.log.LogLevel;
import dev.treadle.log.LogLine;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.run.RunOptions;
import dev.treadle.run.reuse.Reuse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What steps say and ask through their context, and what becomes of it. */
@Timeout(120)
class ContextRunTest {
  @TempDir
  Path folder;

  private TestProject project;

  @BeforeEach
  void open() {
    project = TestProject.in(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void recordsWhatAStepSays() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    Ran ran = project.await(project.start(p -> p.step(ContextSteps::notes), events::add));

    assertThat(ran.value("notes", String.class)).isEqualTo("defined/notes#1");
    assertThat(ran.detail("notes").facts())
        .containsExactlyInAnyOrder(
            new Fact("rows", "345"), new Fact("note", "{\"author\":\"Ida\",\"stars\":5}"));
    assertThat(ran.queries().facts(Holder.ofVersion(ran.version("notes").id())))
        .contains(new Fact("unit", "\"kg\""));
    assertThat(ran.queries().metricPoints(ran.step("notes").id(), "loss", 0, 10))
        .extracting(MetricPoint::number)
        .containsExactly(0.5, 0.25);
    assertThat(ran.queries().metricPoints(ran.step("notes").id(), "odd", 0, 10))
        .extracting(MetricPoint::number)
        .containsExactly(Double.NaN);
    assertThat(ran.queries().run(ran.result().id()).orElseThrow().tags())
        .containsEntry("kind", "trial");
    assertThat(events)
        .filteredOn(RunEvent.StepProgress.class::isInstance)
        .singleElement()
        .satisfies(event -> assertThat(((RunEvent.StepProgress) event).total()).isEqualTo(2));
  }

  @Test
  void refusesNotesOnAnOutputThatTheStepDoesNotHave() {
    Ran ran = project.run(p -> p.step(ContextSteps::mistakesItsOutput));

    assertThat(ran.result().error()).contains("outputs result", "did you mean 'result'?");
  }

  @Test
  void letsSeveralStepsGiveTheRunTheSameTag() {
    Ran ran = project.run(p -> {
      for (int i = 0; i < 10; i++) {
        p.step(ContextSteps::tags).with("tag").named("tags" + i);
      }
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.queries().run(ran.result().id()).orElseThrow().tags())
        .isEqualTo(Map.of("kind", "tag"));
  }

  @Test
  void keepsTheLogsOfParallelStepsApart() {
    Ran ran = project.run(p -> {
      for (String name : List.of("a", "b", "c", "d")) {
        p.step(ContextSteps::talks).with(name).with(50).named(name);
      }
    });

    for (String name : List.of("a", "b", "c", "d")) {
      List<LogLine> log = ran.log(name);
      assertThat(log).hasSize(252).allMatch(line -> line.message().startsWith(name + " "));
      assertThat(messages(log, "stdout", LogLevel.INFO))
          .contains(name + " out 49", name + " from its own thread", name + " without end");
      assertThat(messages(log, "stderr", LogLevel.WARN))
          .isEqualTo(IntStream.range(0, 50).mapToObj(i -> name + " err " + i).toList());
      assertThat(messages(log, name, LogLevel.INFO)).hasSize(50).contains(name + " slf4j 7");
      assertThat(messages(log, "jul." + name, LogLevel.WARN)).hasSize(50);
      assertThat(messages(log, "lib." + name, LogLevel.INFO)).hasSize(50);
    }
  }

  @Test
  void takesStoredRandomNumbersOnlyForTheSameSeedStepAndItem() throws NoSuchMethodException {
    Type list = ContextSteps.class
        .getMethod("random", StepContext.class, String.class)
        .getGenericReturnType();
    Ran first = project.run(ContextRunTest::randomOrNot, seeded(5));
    Ran other = project.run(ContextRunTest::randomOrNot, seeded(6));
    Ran again = project.run(ContextRunTest::randomOrNot, seeded(5));

    assertThat(first.step("other").status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(other.step("random").status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(other.step("random").reason()).isEqualTo("seed: 5 at random → 6 at random");
    assertThat(other.step("tags").status()).isEqualTo(StepStatus.CACHED);
    assertThat(again.step("random").status()).isEqualTo(StepStatus.CACHED);
    assertThat(again.value("random", list)).isEqualTo(first.value("random", list));
    assertThat(again.value("other", list)).isNotEqualTo(first.value("random", list));
  }

  private static RunOptions seeded(long seed) {
    return new RunOptions(seed, Reuse.ALLOWED, 2, Map.of());
  }

  private static void randomOrNot(PipelineBuilder p) {
    p.step(ContextSteps::random).with("x");
    p.step(ContextSteps::random).with("x").named("other");
    p.step(ContextSteps::tags).with("tag");
  }

  @Test
  void givesTheSameRandomNumbersForTheSameSeedStepAndItem() throws NoSuchMethodException {
    var options = new RunOptions(5, Reuse.FORBIDDEN, 2, Map.of());
    Type list = ContextSteps.class
        .getMethod("random", StepContext.class, String.class)
        .getGenericReturnType();
    Ran first = project.run(ContextRunTest::randomSteps, options);
    Ran second = project.run(ContextRunTest::randomSteps, options);
    Ran other =
        project.run(ContextRunTest::randomSteps, new RunOptions(6, Reuse.FORBIDDEN, 2, Map.of()));

    assertThat(first.value("random", list)).isEqualTo(second.value("random", list));
    assertThat(first.value("item[0]", list)).isEqualTo(second.value("item[0]", list));
    assertThat(first.value("item[0]", list)).isNotEqualTo(first.value("item[1]", list));
    assertThat(first.value("random", list)).isNotEqualTo(other.value("random", list));
    assertThat(first.value("random", list)).isNotEqualTo(first.value("other", list));
  }

  @Test
  void publishesAFileOfTheOutputDirectoryAndRemovesTheRest() throws IOException {
    Ran ran = project.run(p -> {
      var file = p.step(ContextSteps::file).with("the report");
      p.step(ContextSteps::textOf).with(file);
    });

    assertThat(ran.value("textOf", String.class)).isEqualTo("the report");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("left-behind");
    }
  }

  @Test
  void recordsArtifactsThatAStepOpensAndSavesByNameAndNeverReusesTheStep() {
    for (int run = 1; run <= 2; run++) {
      Ran ran = project.runCached(p -> {
        var saved = p.step(ContextSteps::saves).with("shared").with("text");
        p.step(ContextSteps::loads).with("shared@1").after(saved);
      });

      assertThat(ran.status()).as(ran.result().error()).isEqualTo(RunStatus.COMPLETED);
      assertThat(ran.status("saves")).isEqualTo(StepStatus.COMPLETED);
      assertThat(ran.status("loads")).isEqualTo(StepStatus.COMPLETED);
      assertThat(ran.value("loads", String.class)).isEqualTo("text");
      assertThat(ran.edges("saves", EdgeRole.OBSERVED_OUTPUT)).hasSize(1);
      assertThat(ran.edges("loads", EdgeRole.OBSERVED_INPUT)).hasSize(1);
      assertThat(ran.queries().newestVersion("shared").orElseThrow().number()).isEqualTo(run);
    }
  }

  @Test
  void failsAStepThatOpensWhatDoesNotExist() {
    Ran ran = project.run(p -> p.step(ContextSteps::loads).with("no-such-thing"));

    assertThat(ran.result().error()).contains("ArtifactNotFoundException", "no-such-thing");
  }

  @Test
  void recordsAnInputThatIsNeverOpened() {
    Ran ran = project.run(p -> {
      var text = p.step(ContextSteps::text).with("ab");
      p.step(ContextSteps::perhaps).with(true).with(text.lazy()).named("opened");
      p.step(ContextSteps::perhaps).with(false).with(text.lazy()).named("unopened");
    });

    assertThat(ran.value("opened", String.class)).isEqualTo("abab");
    assertThat(ran.edges("opened")).extracting(Edge::role).contains(EdgeRole.INPUT);
    assertThat(ran.edges("unopened"))
        .extracting(Edge::role)
        .containsExactlyInAnyOrder(EdgeRole.INPUT_UNUSED, EdgeRole.OUTPUT);
  }

  @Test
  void countsALazyInputOfACachedStepAsDeclared() {
    Ran ran = null;
    for (int run = 1; run <= 2; run++) {
      ran = project.runCached(p -> p.step(ContextSteps::perhaps)
          .with(true)
          .with(p.step(ContextSteps::text).with("ab").lazy()));
    }

    assertThat(ran.status("perhaps")).isEqualTo(StepStatus.CACHED);
    assertThat(ran.edges("perhaps"))
        .extracting(Edge::role)
        .containsExactlyInAnyOrder(EdgeRole.INPUT, EdgeRole.OUTPUT);
  }

  @Test
  void refusesAContextThatIsUsedAfterItsAttempt() {
    project.run(p -> p.step(ContextSteps::keepsItsContext));

    assertThatThrownBy(() -> ContextSteps.kept.metric("late", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("keepsItsContext");
  }

  @Test
  void tellsAStepWhenItsTimeIsUp() {
    Ran ran = project.run(p -> {
      p.step(ContextSteps::hasDeadline).timeout(Duration.ofMinutes(1)).named("limited");
      p.step(ContextSteps::hasDeadline).named("unlimited");
    });

    assertThat(ran.value("limited", boolean.class)).isEqualTo(true);
    assertThat(ran.value("unlimited", boolean.class)).isEqualTo(false);
  }

  @Test
  void runsAgainWhenExternalDataChangedAndOnlyThen() throws IOException {
    Path file = Files.writeString(folder.resolve("weather.csv"), "sun");

    Ran first = project.runCached(p -> external(p, file));
    Ran same = project.runCached(p -> external(p, file));
    Files.writeString(file, "rain");
    Ran changed = project.runCached(p -> external(p, file));

    assertThat(first.value("textOf", String.class)).isEqualTo("sun");
    assertThat(same.status("textOf")).isEqualTo(StepStatus.CACHED);
    assertThat(changed.status("textOf")).isEqualTo(StepStatus.COMPLETED);
    assertThat(changed.value("textOf", String.class)).isEqualTo("rain");
    assertThat(changed.reason("textOf")).contains("file");
    assertThat(first.queries().newestVersion("weather").orElseThrow().number()).isEqualTo(2);
    assertThat(changed.edges("textOf", EdgeRole.EXTERNAL)).hasSize(1);
  }

  @Test
  void recordsDataThatAStepOpensByItself() throws IOException {
    Path file = Files.writeString(folder.resolve("own.txt"), "own");

    Ran ran =
        project.runCached(p -> p.step(ContextSteps::opens).with(file.toUri().toString()));
    Ran again =
        project.runCached(p -> p.step(ContextSteps::opens).with(file.toUri().toString()));

    assertThat(ran.value("opens", String.class)).isEqualTo("own");
    assertThat(ran.edges("opens", EdgeRole.EXTERNAL)).hasSize(1);
    assertThat(again.status("opens")).isEqualTo(StepStatus.COMPLETED);
  }

  @Test
  void countsTheContentOfFilesThatLiteralsName() throws IOException {
    Path file = Files.writeString(folder.resolve("in.txt"), "one");

    Ran first = project.runCached(p -> literals(p, file));
    Ran same = project.runCached(p -> literals(p, file));
    Files.writeString(file, "two");
    Ran changed = project.runCached(p -> literals(p, file));

    assertThat(first.status()).as(first.result().error()).isEqualTo(RunStatus.COMPLETED);
    assertThat(same.statuses().values()).containsOnly(StepStatus.CACHED);
    assertThat(changed.statuses().values()).containsOnly(StepStatus.COMPLETED);
    assertThat(changed.value("textOf", String.class)).isEqualTo("two");
    assertThat(changed.reason("textOfRef")).contains("in.txt");
  }

  @Test
  void writesTheValueOfASecretNowhere() throws IOException {
    String value = "hunter2-correct-horse";
    Secret.Registration resolver =
        Secret.resolveWith(name -> name.equals("db") ? Optional.of(value) : Optional.empty());
    try (TestProject stored = TestProject.stored(folder.resolve("secret"))) {
      Ran ran = stored.runCached(p -> p.step(ContextSteps::lengthOf).with(Secret.named("db")));

      assertThat(ran.value("lengthOf", int.class)).isEqualTo(value.length());
      assertThat(ran.detail("lengthOf").cacheKey().partsJson()).contains("secret:db");
    } finally {
      resolver.close();
    }
    try (Stream<Path> files = Files.walk(folder.resolve("secret"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                  .doesNotContain(value));
    }
  }

  @Test
  void followsLineageAcrossPipelines() {
    Ran producer =
        project.run(p -> p.step(ContextSteps::text).with("penguins").outputNamed("shared-text"));
    Ran consumer = project.run(
        p -> p.step(ContextSteps::length).with(p.step(ContextSteps::loads).with("shared-text")));

    var graph = new Lineage(consumer.queries())
        .of(consumer.version("length").id(), Direction.UPSTREAM, Lineage.ALL);

    assertThat(graph.stepRuns())
        .extracting(step -> step.run() + " " + step.step().label())
        .containsExactly(
            producer.result().number() + " text",
            consumer.result().number() + " loads",
            consumer.result().number() + " length");
  }

  @Test
  void reusesAResultWhenAnotherProducerMadeTheSameContent() {
    Ran first =
        project.runCached(p -> p.step(ContextSteps::length).with(p.step(ContextSteps::sameText)));
    Ran second = project.runCached(p ->
        p.step(ContextSteps::length).with(p.step(ContextSteps::sameTextToo)).named("renamed"));

    assertThat(first.status("length")).isEqualTo(StepStatus.COMPLETED);
    assertThat(second.status("sameTextToo")).isEqualTo(StepStatus.COMPLETED);
    assertThat(second.status("renamed")).isEqualTo(StepStatus.CACHED);
    assertThat(second.reason("renamed")).contains("equals run #1");
    assertThat(second.edges("renamed", EdgeRole.INPUT))
        .extracting(Edge::version)
        .containsExactly(second.version("sameTextToo").id());
  }

  private static void randomSteps(PipelineBuilder p) {
    p.step(ContextSteps::random).with("x");
    p.step(ContextSteps::random).with("x").named("other");
    p.map(
        p.step(MapSteps::numbers).with(2),
        n -> p.step(ContextSteps::randomOf).with(n).named("item"));
  }

  private static void external(PipelineBuilder p, Path file) {
    p.step(ContextSteps::textOf).with(p.external("weather", file.toUri()));
  }

  private static void literals(PipelineBuilder p, Path file) {
    p.step(ContextSteps::textOfRef).with(new FileRef(file));
    p.step(ContextSteps::textOf).with(file);
  }

  private static List<String> messages(List<LogLine> log, String source, LogLevel level) {
    return log.stream()
        .filter(line -> line.source().equals(source) && line.level() == level)
        .map(LogLine::message)
        .toList();
  }
}
