package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.NoParams;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.GraphRecorder;
import dev.treadle.graph.PipelineGraph;
import example.churn.ChurnPipeline;
import example.shapes.ShapesPipeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiagramTest {
  private static final PipelineGraph CHURN = GraphRecorder.record(
          new ChurnPipeline(), new ChurnPipeline.Params("churn.csv", 0.5, 3, 0.9))
      .graph();

  @Test
  void drawsMapsAndBranchesOfARecordedPipeline() {
    Diagram churn = Diagram.of(CHURN);

    assertThat(Diagrams.arrows(churn))
        .containsExactly(
            "evaluate>pickBest:all",
            "goodEnough-branch>publish:then",
            "goodEnough>goodEnough-branch",
            "grid-map>evaluate:each",
            "grid-map>train:each",
            "grid>grid-map",
            "load>split",
            "pickBest>goodEnough",
            "pickBest>publish",
            "split>evaluate",
            "split>train",
            "train>evaluate");
    assertThat(churn.boxes())
        .filteredOn(box -> box.map() >= 0)
        .extracting(Box::name)
        .containsExactly("grid-map", "train", "evaluate");
  }

  @Test
  void drawsWhatAChoiceTakesAndTheBranchThatChooses() {
    Diagram shapes =
        Diagram.of(GraphRecorder.record(new ShapesPipeline(), new NoParams()).graph());

    assertThat(Diagrams.arrows(shapes))
        .containsExactly(
            "alarm>close:otherwise",
            "alarm>warn:then",
            "halve>total",
            "isBig-branch>halve:then",
            "isBig-branch>total:otherwise",
            "isBig>alarm",
            "isBig>isBig-branch",
            "number>halve",
            "number>isBig",
            "number>range",
            "number>total",
            "range-map>total:all",
            "range>range-map",
            "total>close:after");
  }

  @Test
  void showsTheMostTellingStatusOfAStep() {
    Diagram run = Diagram.of(
        CHURN,
        List.of(
            step("load", -1, StepStatus.CACHED),
            step("train", 0, StepStatus.COMPLETED),
            step("train", 1, StepStatus.FAILED),
            step("evaluate", 0, StepStatus.COMPLETED),
            step("evaluate", 1, StepStatus.COMPLETED)));

    assertThat(status(run, "load")).contains("cached");
    assertThat(status(run, "train")).contains("failed 1 of 2");
    assertThat(status(run, "evaluate")).contains("completed ×2");
    assertThat(status(run, "publish")).isEmpty();
    assertThat(TextWriter.write(run, 200, true)
            .get(TextWriter.write(run, 200, true).size() - 1))
        .isEqualTo("◌ cached   ✘ failed   ✔ completed");
  }

  private static Optional<String> status(Diagram diagram, String name) {
    return diagram.boxes().stream()
        .filter(box -> box.name().equals(name))
        .flatMap(box -> box.status().stream())
        .map(BoxStatus::text)
        .findFirst();
  }

  private static StepRun step(String name, int mapIndex, StepStatus status) {
    return new StepRun(
        new UUID(1, 1),
        new UUID(0, 1),
        name,
        mapIndex,
        status,
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        null,
        null,
        null,
        "");
  }
}
