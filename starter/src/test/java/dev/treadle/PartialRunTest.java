package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Edge;
import dev.treadle.run.RunOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which steps a selection executes, what stands in for the others, and what of that is recorded. */
class PartialRunTest {
  @TempDir
  private Path folder;

  /** Executed steps by their names, taken ones in brackets, left out ones not at all. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      --from join               | (left) (right) join list (load) part[0] part[1] part[2] twice[0] twice[1] twice[2] total (ok) good last
      --from left               | (load) left (right) join list part[0] part[1] part[2] twice[0] twice[1] twice[2] total (ok) good last
      --from twice              | (list) (part[0]) (part[1]) (part[2]) twice[0] twice[1] twice[2] total
      --from total              | (list) (twice[0]) (twice[1]) (twice[2]) total
      --from ok                 | ok (join) good last
      --from good               | (ok) (join) good last
      --from last               | (ok) (good) last
      --to load                 | load
      --to join                 | load left right join
      --to twice                | load left right join list part[0] part[1] part[2] twice[0] twice[1] twice[2]
      --to good                 | load left right join ok good
      --to last                 | load left right join ok good last
      --from left --to join     | (load) left (right) join
      --from left right --to join | (load) left right join
      --from part --to part     | (list) (load) part[0] part[1] part[2]
      --only join               | (left) (right) join
      --only load join          | load (left) (right) join
      --only twice              | (list) (part[0]) (part[1]) (part[2]) twice[0] twice[1] twice[2]
      --only list               | list
      --only good               | (ok) (join) good
      --only last               | (ok) (good) last
      --skip join               | load left right list part[0] part[1] part[2] twice[0] twice[1] twice[2] total ok
      --skip load               | list ok
      --skip part               | load left right join list ok good last
      --skip list               | load left right join ok good last
      --skip ok                 | load left right join list part[0] part[1] part[2] twice[0] twice[1] twice[2] total
      --skip bad                | load left right join list part[0] part[1] part[2] twice[0] twice[1] twice[2] total ok good last
      --skip good               | load left right join list part[0] part[1] part[2] twice[0] twice[1] twice[2] total ok
      --from left --skip part   | (load) left (right) join list (ok) good last
      --only join --skip load   | (left) (right) join
      """)
  void executesAndTakes(String options, String expected) {
    try (TestProject project = TestProject.in(folder)) {
      Ran whole = project.run(PartialRunTest::shapes);
      assertThat(whole.status()).isEqualTo(RunStatus.COMPLETED);

      Ran partial = project.run(PartialRunTest::shapes, selecting(selection(options)));

      assertThat(partial.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(outline(partial)).isEqualTo(outline(expected));
      for (String step : List.of("join", "total", "last")) {
        if (partial.statuses().get(step) == StepStatus.COMPLETED) {
          assertThat(partial.value(step, step.equals("total") ? String.class : Integer.class))
              .isEqualTo(whole.value(step, step.equals("total") ? String.class : Integer.class));
        }
      }
    }
  }

  @Test
  void readsTheVersionsOfTheOtherRunAndSaysSo() {
    try (TestProject project = TestProject.in(folder)) {
      Ran whole = project.run(PartialRunTest::shapes);
      project.run(PartialRunTest::shapes);

      Ran partial = project.run(
          PartialRunTest::shapes,
          selecting(
              StepSelection.ALL.limitedTo("join").takingFrom(whole.result().number())));

      assertThat(partial.edges("join", EdgeRole.INPUT))
          .extracting(Edge::version)
          .containsExactly(whole.version("left").id(), whole.version("right").id());
      StepRun left = partial.step("left");
      assertThat(left.status()).isEqualTo(StepStatus.CACHED);
      assertThat(left.cachedFrom()).isEqualTo(1);
      assertThat(left.attempts()).isZero();
      assertThat(left.reason()).isEqualTo("not executed, taken from run #1");
      assertThat(partial.reason("load")).isEqualTo("not among --only join");
      assertThat(partial.version("left").number()).isEqualTo(1);
      PipelineRun run = run(project, partial);
      assertThat(run.selection()).isEqualTo(StepSelection.ALL.limitedTo("join").takingFrom(1L));
      assertThat(run(project, whole).selection()).isEqualTo(StepSelection.ALL);
    }
  }

  @Test
  void takesFromAPartialRunWhatThatExecutedOrTook() {
    try (TestProject project = TestProject.in(folder)) {
      project.run(PartialRunTest::shapes);
      Ran second =
          project.run(PartialRunTest::shapes, selecting(StepSelection.ALL.limitedTo("join")));

      Ran third = project.run(
          PartialRunTest::shapes, selecting(StepSelection.ALL.limitedTo("join").takingFrom(2L)));

      assertThat(third.step("left").cachedFrom()).isEqualTo(1);
      assertThat(third.reason("left")).isEqualTo("not executed, taken from run #2");
      assertThat(third.edges("join", EdgeRole.INPUT))
          .extracting(Edge::version)
          .isEqualTo(
              second.edges("join", EdgeRole.INPUT).stream().map(Edge::version).toList());
      // What the second did not have is looked for in the first.
      Ran fourth =
          project.run(PartialRunTest::shapes, selecting(StepSelection.ALL.limitedTo("left")));
      assertThat(fourth.reason("load")).isEqualTo("not executed, taken from run #1");
    }
  }

  @Test
  void takesFromTheNewestRunThatWasCalledTheSameWay() {
    try (TestProject project = TestProject.in(folder)) {
      project.run(p -> pair(p, 1));
      project.run(p -> pair(p, 2));

      Ran partial = project.run(p -> pair(p, 1), selecting(StepSelection.ALL.startingAt("second")));

      assertThat(partial.reason("first")).isEqualTo("not executed, taken from run #1");
      assertFails(
          CoreProblem.RUN_RESULT_MISSING,
          """
          No run of 'defined' has, with these parameters, all that is needed:
            'first' for 'a' of second
          fix: execute these steps, too, or name a run that has their results: --with-inputs-of RUN""",
          () -> project.run(p -> pair(p, 3), selecting(StepSelection.ALL.startingAt("second"))));
      Ran wanted = project.run(
          p -> pair(p, 3), selecting(StepSelection.ALL.startingAt("second").takingFrom(2L)));
      assertThat(wanted.value("second", Integer.class)).isEqualTo(12);
    }
  }

  @Test
  void takesWhatAFailedRunHad() {
    TroubleSteps.reset();
    Consumer<PipelineBuilder> define = p -> {
      var first = p.step(MapSteps::plus).with(1).with(1).named("first");
      p.step(TroubleSteps::failsUntil).with(2).after(first);
      p.step(MapSteps::square).with(first).named("second");
    };
    try (TestProject project = TestProject.in(folder)) {
      assertThat(project.run(define).status()).isEqualTo(RunStatus.FAILED);

      Ran partial = project.run(define, selecting(StepSelection.ALL.limitedTo("second")));

      assertThat(partial.value("second", Integer.class)).isEqualTo(4);
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    try (TestProject project = TestProject.in(folder)) {
      assertRefused(project, CoreProblem.RUN_STEP_NOT_FOUND, "--from jion --skip nonesuch", """
          Pipeline 'defined' has no step 'jion', which --from names; did you mean 'join'?
          Pipeline 'defined' has no step 'nonesuch', which --skip names.""");
      assertRefused(
          project,
          CoreProblem.RUN_STEP_NOT_FOUND,
          "--only part[1]",
          "--only names one item of a map, 'part[1]'; give the step, which stands for all items,"
              + " or try one item by treadle run spin");
      assertRefused(
          project,
          CoreProblem.RUN_SELECTION,
          "--only join --to left",
          "--only excludes --from and --to\nfix: leave one of them out");
      assertRefused(
          project,
          CoreProblem.RUN_SELECTION,
          "--from last --to load",
          "Nothing of 'defined' is left to execute by --from last --to load"
              + "\nsee: treadle pipeline graph defined");
      assertRefused(
          project,
          CoreProblem.RUN_SELECTION,
          "--only list total",
          "list makes the list of a map anew, and the results of twice for its items would be old ones"
              + "\nfix: execute twice, too, or leave out list");
      assertFails(
          CoreProblem.RUN_SELECTION,
          "--with-inputs-of has no use where every step is executed"
              + "\nfix: say which are, by --from, --to, --only or --skip",
          () -> project.run(PartialRunTest::shapes, selecting(StepSelection.ALL.takingFrom(1L))));
      assertRefused(project, CoreProblem.RUN_RESULT_MISSING, "--only join", """
          'defined' has no run yet to take results from:
            'left' for 'a' of join
            'right' for 'b' of join
          fix: execute these steps, too, or name a run that has their results: --with-inputs-of RUN""");
      assertFails(
          CoreProblem.RUN_NOT_FOUND,
          "There is no run 7, which --with-inputs-of names",
          () -> project.run(
              PartialRunTest::shapes,
              selecting(StepSelection.ALL.limitedTo("join").takingFrom(7L))));
      assertThat(project.run(p -> pair(p, 1)).result().number()).isEqualTo(1);
    }
  }

  @Test
  void refusesResultsThatDoNotFit() {
    Consumer<PipelineBuilder> text = p -> p.step(MapSteps::texts)
        .with(p.map(
            p.step(MapSteps::numbers).with(1).named("list"),
            n -> p.step(MapSteps::indexOf).with(n).named("part")));
    Consumer<PipelineBuilder> number = p -> p.step(MapSteps::integers)
        .with(p.map(
            p.step(MapSteps::numbers).with(1).named("list"),
            n -> p.step(MapSteps::square).with(n).named("part")))
        .named("texts");
    try (TestProject project = TestProject.in(folder)) {
      project.run(text);

      assertFails(
          CoreProblem.RUN_RESULT_MISSING,
          """
          Run 1 lacks what it should give:
            it has 'part' for 'values' of texts as java.lang.String (json), now wanted as int (json)
          fix: execute these steps, too, or name a run that has their results: --with-inputs-of RUN""",
          () ->
              project.run(number, selecting(StepSelection.ALL.limitedTo("texts").takingFrom(1L))));
    }
  }

  @Test
  void aPartialRunThatFailedIsResumedAsOne() {
    TroubleSteps.reset();
    Consumer<PipelineBuilder> define = p -> {
      var first = p.step(TroubleSteps::after).with("x");
      p.step(TroubleSteps::failsUntil).with(2).after(first);
    };
    try (TestProject project = TestProject.stored(folder)) {
      project.run(define);
      TroubleSteps.reset();
      Ran failed = project.run(define, selecting(StepSelection.ALL.startingAt("failsUntil")));
      assertThat(failed.status()).isEqualTo(RunStatus.FAILED);

      Ran resumed = project.resume(failed, define);

      assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(resumed.status("after")).isEqualTo(StepStatus.SKIPPED);
      assertThat(TroubleSteps.calls("after")).isZero();
      assertThat(run(project, resumed).selection().from()).containsExactly("failsUntil");
    }
  }

  private static void pair(PipelineBuilder p, int number) {
    var first = p.step(MapSteps::plus).with(number).with(0).named("first");
    p.step(MapSteps::plus).with(first).with(10).named("second");
  }

  private static void shapes(PipelineBuilder p) {
    var load = p.step(MapSteps::plus).with(1).with(2).named("load");
    var left = p.step(MapSteps::plus).with(load).with(10).named("left");
    var right = p.step(MapSteps::plus).with(load).with(20).named("right");
    var join = p.step(MapSteps::plus).with(left).with(right).named("join");
    var list = p.step(MapSteps::numbers).with(3).named("list").after(join);
    var parts = p.map(list, n -> {
      var part = p.step(MapSteps::plus).with(n).with(load).named("part");
      return p.step(MapSteps::square).with(part).named("twice");
    });
    p.step(MapSteps::integers).with(parts).named("total");
    var either = p.either(
        p.step(MapSteps::isTrue).with(true).named("ok"),
        () -> p.step(MapSteps::plus).with(join).with(1).named("good"),
        () -> p.step(MapSteps::plus).with(join).with(2).named("bad"));
    p.step(MapSteps::square).with(either).named("last");
  }

  private static StepSelection selection(String options) {
    return new StepSelection(
        names(options, "--from"),
        names(options, "--to"),
        names(options, "--only"),
        names(options, "--skip"),
        null);
  }

  private static List<String> names(String options, String option) {
    return Arrays.stream(options.split("(?=--)"))
        .map(String::strip)
        .filter(part -> part.startsWith(option + " "))
        .flatMap(part -> Arrays.stream(part.split(" ")).skip(1))
        .toList();
  }

  private static RunOptions selecting(StepSelection steps) {
    return TestProject.atOnce(2).selecting(steps);
  }

  private static String outline(Ran ran) {
    return ran.statuses().entrySet().stream()
        .map(step -> switch (step.getValue()) {
          case COMPLETED -> step.getKey();
          case CACHED -> "(" + step.getKey() + ")";
          case SKIPPED -> null;
          default -> step.toString();
        })
        .filter(Objects::nonNull)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String outline(String expected) {
    return Stream.of(expected.split(" ")).sorted().collect(Collectors.joining(" "));
  }

  private static PipelineRun run(TestProject project, Ran ran) {
    return project.workspace().metadata().queries().run(ran.result().id()).orElseThrow();
  }

  private static void assertRefused(
      TestProject project, CoreProblem code, String options, String message) {
    assertFails(
        code, message, () -> project.run(PartialRunTest::shapes, selecting(selection(options))));
  }

  private static void assertFails(CoreProblem code, String message, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
