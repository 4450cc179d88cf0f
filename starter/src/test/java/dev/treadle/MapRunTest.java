package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fan-out and branches at run time. */
@Timeout(120)
class MapRunTest {
  private static TestProject project;

  @BeforeAll
  static void open(@TempDir Path folder) {
    project = TestProject.in(folder);
  }

  @AfterAll
  static void close() {
    project.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1_000})
  void runsTheBodyForEachItemAndKeepsTheirOrder(int count) {
    Ran ran = project.run(p -> {
      var squares = p.map(
          p.step(MapSteps::numbers).with(count), n -> p.step(MapSteps::square).with(n));
      p.step(MapSteps::integers).with(squares);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("integers", String.class))
        .isEqualTo(IntStream.range(0, count)
            .mapToObj(i -> String.valueOf(i * i))
            .collect(Collectors.joining(", ", "[", "]")));
    assertThat(ran.statuses()).hasSize(count + 2);
  }

  @Test
  void mapsRecordsArraysAndFiles() {
    Ran ran = project.run(p -> {
      p.step(MapSteps::texts)
          .with(p.map(
              p.step(MapSteps::trials).with(3),
              trial -> p.step(MapSteps::describe).with(trial)))
          .named("trials-text");
      p.map(p.step(MapSteps::rows).with(2), row -> p.step(MapSteps::total).with(row));
      p.step(MapSteps::texts)
          .with(p.map(
              p.step(MapSteps::files).with(2), file -> p.step(MapSteps::read).with(file)))
          .named("files-text");
    });

    assertThat(ran.status()).as(ran.result().error()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("trials-text", String.class)).isEqualTo("[0@0.0, 1@0.1, 2@0.2]");
    assertThat(ran.value("total[1]", double.class)).isEqualTo(2.5);
    assertThat(ran.value("files-text", String.class)).isEqualTo("[text 0, text 1]");
  }

  @Test
  void mapsTheResultOfAMapAndOfAStepOnIt() {
    Ran ran = project.run(p -> {
      var squares =
          p.map(p.step(MapSteps::numbers).with(4), n -> p.step(MapSteps::square).with(n));
      var again = p.map(squares, n -> p.step(MapSteps::plus).with(n).with(1).named("next"));
      p.step(MapSteps::integers).with(again);
      var doubled = p.step(MapSteps::doubled).with(squares);
      p.map(doubled, n -> p.step(MapSteps::plus).with(n).with(0).named("last"));
    });

    assertThat(ran.value("integers", String.class)).isEqualTo("[1, 2, 5, 10]");
    assertThat(ran.value("last[3]", int.class)).isEqualTo(18);
    assertThat(ran.edges("next[2]", EdgeRole.INPUT))
        .extracting(Edge::version)
        .containsExactly(ran.version("square[2]").id());
  }

  @Test
  void usesHandlesOfTheOutsideInABodyOfSeveralSteps() {
    Ran ran = project.run(p -> {
      var ten = p.step(MapSteps::plus).with(4).with(6).named("ten");
      var list = p.map(p.step(MapSteps::numbers).with(3), n -> {
        var square = p.step(MapSteps::square).with(n);
        return p.step(MapSteps::plus).with(square).with(ten).named("sum");
      });
      p.step(MapSteps::integers).with(list);
    });

    assertThat(ran.value("integers", String.class)).isEqualTo("[10, 11, 14]");
  }

  @Test
  void tellsAStepItsIndex() {
    Ran ran = project.run(p ->
        p.map(p.step(MapSteps::numbers).with(2), n -> p.step(MapSteps::indexOf).with(n)));

    assertThat(ran.value("indexOf[1]", String.class)).isEqualTo("1:1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void runsNoMoreItemsAtOnceThanTheMapAllows(int limit) {
    MapSteps.resetMost();

    Ran ran = project.run(
        p -> {
          var list = p.map(p.step(MapSteps::numbers).with(60), n -> {
                var entered = p.step(MapSteps::enter).with(n);
                return p.step(MapSteps::leave).with(entered);
              })
              .maxParallel(limit);
          p.step(MapSteps::integers).with(list);
        },
        TestProject.atOnce(8));

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(MapSteps.mostAtOnce()).isBetween(1, limit);
    assertThat(ran.value("integers", String.class))
        .isEqualTo(IntStream.range(0, 60).boxed().toList().toString());
  }

  @Test
  void endsALimitedMapThatFails() {
    Ran ran = project.run(p -> {
      var list = p.map(
              p.step(MapSteps::numbers).with(30),
              n -> p.step(MapSteps::failsAt).with(n).with(2))
          .maxParallel(1);
      p.step(MapSteps::integers).with(list);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.result().error()).isEqualTo("failsAt[2]: IllegalArgumentException: bad item 2");
    assertThat(ran.status("failsAt[1]")).isEqualTo(StepStatus.COMPLETED);
    assertThat(ran.status("failsAt[3]")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.status("integers")).isEqualTo(StepStatus.NOT_RUN);
  }

  @Test
  void expandsManyMapsAtOnce() {
    Ran ran = project.run(p -> {
      for (int m = 0; m < 40; m++) {
        int number = m;
        var list = p.map(
            p.step(MapSteps::numbers).with(3).named("numbers" + m),
            n -> p.step(MapSteps::plus).with(n).with(number).named("plus" + number));
        p.step(MapSteps::integers).with(list).named("all" + m);
      }
    });

    assertThat(ran.status()).as(ran.result().error()).isEqualTo(RunStatus.COMPLETED);
    for (int m = 0; m < 40; m++) {
      assertThat(ran.value("all" + m, String.class))
          .isEqualTo(List.of(m, m + 1, m + 2).toString());
    }
  }

  @Test
  void takesTheSideThatTheConditionSays() {
    for (boolean side : new boolean[] {true, false}) {
      Ran ran = project.run(p -> {
        var condition = p.step(MapSteps::isTrue).with(side);
        p.when(condition)
            .then(() -> p.step(MapSteps::square).with(2))
            .otherwise(() -> p.step(MapSteps::square).with(3).named("other"));
        var either = p.either(
            condition,
            () -> p.step(MapSteps::plus).with(1).with(1).named("two"),
            () -> p.step(MapSteps::plus).with(1).with(2).named("three"));
        p.step(MapSteps::square).with(either).named("last");
      });

      assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(ran.status(side ? "square" : "other")).isEqualTo(StepStatus.COMPLETED);
      assertThat(ran.status(side ? "other" : "square")).isEqualTo(StepStatus.SKIPPED);
      assertThat(ran.status(side ? "three" : "two")).isEqualTo(StepStatus.SKIPPED);
      assertThat(ran.value("last", int.class)).isEqualTo(side ? 4 : 9);
      assertThat(ran.reason(side ? "other" : "square")).contains("is " + side);
    }
  }

  @Test
  void skipsABranchInsideASkippedBranch() {
    Ran ran = project.run(p -> {
      var no = p.step(MapSteps::isTrue).with(false);
      p.when(no).then(() -> {
        p.step(MapSteps::square).with(2).named("outer");
        var inner = p.step(MapSteps::isTrue).with(true).named("inner-condition");
        p.when(inner).then(() -> p.step(MapSteps::square).with(5).named("inner"));
      });
      p.step(MapSteps::square).with(6).named("beside");
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.status("outer")).isEqualTo(StepStatus.SKIPPED);
    assertThat(ran.status("inner-condition")).isEqualTo(StepStatus.SKIPPED);
    assertThat(ran.status("inner")).isEqualTo(StepStatus.SKIPPED);
    assertThat(ran.status("beside")).isEqualTo(StepStatus.COMPLETED);
  }

  @Test
  void branchesForEachItemOfAMap() {
    Ran ran = project.run(p -> {
      var list = p.map(
          p.step(MapSteps::numbers).with(5),
          n -> p.either(
              p.step(MapSteps::isEven).with(n),
              () -> p.step(MapSteps::square).with(n),
              () -> p.step(MapSteps::plus).with(n).with(100)));
      p.step(MapSteps::integers).with(list);
    });

    assertThat(ran.value("integers", String.class)).isEqualTo("[0, 101, 4, 103, 16]");
    assertThat(ran.status("square[1]")).isEqualTo(StepStatus.SKIPPED);
    assertThat(ran.status("plus[1]")).isEqualTo(StepStatus.COMPLETED);
  }

  @Test
  void skipsAMapInsideABranchThatIsNotTaken() {
    Ran ran = project.run(p -> {
      var yes = p.step(MapSteps::isTrue).with(true);
      var numbers = p.step(MapSteps::numbers).with(3);
      var result = p.either(
          yes,
          () -> p.step(MapSteps::doubled).with(numbers),
          () -> p.map(numbers, n -> p.step(MapSteps::square).with(n)));
      p.step(MapSteps::integers).with(result);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("integers", String.class)).isEqualTo("[0, 2, 4]");
    assertThat(ran.status("square")).isEqualTo(StepStatus.SKIPPED);
  }

  @Test
  void mapsCollectedHandles() {
    Ran ran = project.run(p -> {
      var list = p.collect(Collections.nCopies(3, p.step(MapSteps::square).with(2)));
      var mapped = p.map(list, n -> p.step(MapSteps::plus).with(n).with(1));
      p.step(MapSteps::integers).with(mapped);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("integers", String.class)).isEqualTo("[5, 5, 5]");
  }
}
