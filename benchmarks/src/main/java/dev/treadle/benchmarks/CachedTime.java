package dev.treadle.benchmarks;

import dev.treadle.api.run.StepStatus;
import java.util.List;
import java.util.UUID;

/** G4: a run in which every step is taken from the cache, links and reasons recorded. */
final class CachedTime implements Benchmark {
  private static final int STEPS = 1_000;

  @Override
  public List<Figure> measure() throws Exception {
    try (Project project = Project.open()) {
      var params = new ChainPipeline.Params(STEPS);
      double computed = project.time(new ChainPipeline(), params) / STEPS;
      Rounds rounds = Rounds.of(20, 9, () -> round(project, params));
      return List.of(new Figure(
          "G4",
          rounds.median(),
          "ms/step",
          "chain of " + STEPS + ", all cached, " + rounds.spread() + "; computed (cold) "
              + Figure.number(computed) + " ms/step; H2 file, durable at COMPLETED; "
              + RawLoop.beside(STEPS)));
    }
  }

  private static double round(Project project, ChainPipeline.Params params) {
    var watch = new Stopwatch();
    UUID run = project.run(new ChainPipeline(), params).id();
    double time = watch.milliseconds();
    if (!project.workspace().metadata().queries().steps(run).stream()
        .allMatch(step -> step.status() == StepStatus.CACHED)) {
      throw new IllegalStateException("Not all steps were cached");
    }
    return time / STEPS;
  }
}
