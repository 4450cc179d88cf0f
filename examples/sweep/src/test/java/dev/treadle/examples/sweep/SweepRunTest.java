package dev.treadle.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.data.Markdown;
import dev.treadle.testing.HarnessRun;
import dev.treadle.testing.PipelineHarness;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepRunTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void makesAModelOfTheBestTrial() {
    var run = harness.run(new SweepPipeline());

    assertThat(run).succeeded().skipped("explainMiss");
    run.step("trial").ranTimes(6);
    assertThat(run.output("pickBest", Candidate.class))
        .isEqualTo(new Candidate(new Setting(4, 1, 17), 98, 100));
    run.step("pickBest").metric("accuracy").isEqualTo(0.98);
    run.step("fit").ran();
  }

  @Test
  void oneMoreDepthRunsOnlyTheNewTrial() {
    harness.run(new SweepPipeline(), "depths=1,2,3");
    var run = harness.run(new SweepPipeline(), "depths=1,2,3,6");

    assertThat(run)
        .succeeded()
        .cached("load", "clean", "split", "trial[0]", "trial[1]", "trial[2]")
        .ran("grid", "trial[3]", "pickBest", "goodEnough", "fit")
        .skipped("explainMiss");
  }

  @Test
  void belowTheThresholdThereIsAReasonAndNoModel() {
    var run = harness.run(new SweepPipeline(), "depths=1,2", "threshold=0.99");

    assertThat(run).succeeded().skipped("fit");
    run.step("fit").because("goodEnough is false");
    assertThat(run.output("explainMiss", Markdown.class).text()).contains("94 of 100");
  }

  @Test
  void trialsSideBySideGiveWhatTrialsOneByOneGive() {
    String[] grid = {"depths=1,2,3,4,5,6", "trees=1,5,20,50"};

    List<Integer> oneByOne = correct(harness.run(new SweepPipeline(), grid));
    harness.close();
    List<Integer> sideBySide = correct(harness.maxParallel(2).run(new SweepPipeline(), grid));

    assertThat(oneByOne).startsWith(83, 94, 95, 98, 97, 97);
    assertThat(sideBySide).isEqualTo(oneByOne);
  }

  @Test
  void aTrialThatFailsOnceIsTriedAgain() {
    var calls = new AtomicInteger();
    var run = harness
        .replace(SweepSteps::trial)
        .with((ctx, train, test, setting) -> {
          if (calls.incrementAndGet() == 1) {
            throw new IllegalStateException("out of luck");
          }
          return new Candidate(setting, 97, 100);
        })
        .run(new SweepPipeline(), "depths=3");

    assertThat(run).succeeded();
    run.step("trial").tookAttempts(2);
  }

  @Test
  void aTrialThatFailsTwiceFailsTheRun() {
    var run = harness
        .replace(SweepSteps::trial)
        .with((ctx, train, test, setting) -> {
          if (setting.maxDepth() == 2) {
            throw new IllegalStateException("out of memory");
          }
          return new Candidate(setting, 97, 100);
        })
        .run(new SweepPipeline(), "depths=1,2");

    assertThat(run).failed();
    run.step("trial[0]").ran();
    run.step("trial[1]").failedWith(IllegalStateException.class, "out of memory");
    run.step("pickBest").didNotRun();
  }

  @Test
  void aLoopGivesWhatAMapGives() {
    var mapped = harness.run(new SweepPipeline(), "depths=1,2,3");
    var looped = harness.run(new LoopPipeline(), "depths=1,2,3");

    assertThat(looped)
        .succeeded()
        .ran("trial", "trial-2", "trial-3")
        .cached("load", "clean", "split", "pickBest");
    assertThat(looped.version("pickBest", "result").digest())
        .isEqualTo(mapped.version("pickBest", "result").digest());
  }

  private static List<Integer> correct(HarnessRun run) {
    assertThat(run).succeeded();
    return IntStream.range(0, 24)
        .mapToObj(i -> run.output("trial[" + i + "]", Candidate.class).correct())
        .toList();
  }
}
