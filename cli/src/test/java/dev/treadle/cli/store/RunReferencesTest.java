package dev.treadle.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReferencesTest {
  private final RunReferences references = new RunReferences(new SampleStore().queries());

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "#2, 2",
    "@latest, 3",
    "@-1, 2",
    "@-2, 1",
    "@latest:failed, 3",
    "@latest:completed, 2",
    "@-1:completed, 1",
    "@latest:penguins, 3"
  })
  void findsARun(String reference, long number) {
    assertThat(references.resolve(reference).number()).isEqualTo(number);
  }

  @Test
  void passesOverPartialRunsWhereOneThatCompletedIsMeant() {
    SampleStore store = new SampleStore();
    store.queries.runs.replaceAll(run -> run.number() == 2 ? partial(run) : run);

    assertThat(new RunReferences(store.queries).resolve("@latest:completed").number())
        .isEqualTo(1);
  }

  private static PipelineRun partial(PipelineRun run) {
    return new PipelineRun(
        run.id(),
        run.number(),
        run.pipeline(),
        run.status(),
        run.startedAt(),
        run.endedAt(),
        run.paramsJson(),
        run.seed(),
        run.stack(),
        run.user(),
        run.host(),
        run.stepCounts(),
        run.error(),
        run.tags(),
        run.note(),
        StepSelection.ALL.limitedTo("train"));
  }

  @Test
  void findsARunByItsFullId() {
    PipelineRun run = references.resolve("1");

    assertThat(references.resolve(run.id().toString())).isEqualTo(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "42         | There is no run 42; the newest is 3",
        "@-3        | There is no run @-3: only 3 so far",
        "@latest:x  | There is no run @latest:x: no run 'x' yet",
        "0192f7     | '0192f7' is not a run: ids are ordered by time",
        "foo        | 'foo' is not a run",
        "@newest    | '@newest' is not a run"
      })
  void saysWhyThereIsNoSuchRun(String reference, String message) {
    assertThatThrownBy(() -> references.resolve(reference))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.RUN_NOT_FOUND))
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"@latest:penguns, penguins", "@-1:faild, failed"})
  void suggestsANearPipelineOrState(String reference, String near) {
    assertThatThrownBy(() -> references.resolve(reference))
        .hasMessageContaining("\ndid you mean: " + near + "\n");
  }

  @Test
  void suggestsANearStep() {
    PipelineRun run = references.resolve("3");

    assertThat(references.steps(run, "train")).extracting(StepRun::step).containsExactly("train");
    assertThatThrownBy(() -> references.steps(run, "trian"))
        .hasMessage(
            "Run 3 has no step 'trian'\nlooked in load, train, evaluate\ndid you mean: train");
  }
}
