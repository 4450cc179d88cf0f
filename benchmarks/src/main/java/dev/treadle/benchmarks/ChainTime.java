package dev.treadle.benchmarks;

import java.util.List;

/** G1: a chain of trivial steps, nothing cached, all durable when the run has completed. */
final class ChainTime implements Benchmark {
  private static final int STEPS = 5_000;

  @Override
  public List<Figure> measure() throws Exception {
    Rounds rounds = Rounds.of(5, 5, ChainTime::round);
    return List.of(new Figure(
        "G1",
        rounds.median(),
        "ms/step",
        "chain of " + STEPS + ", " + rounds.spread()
            + "; H2 file, durable at COMPLETED (group commit, synced); " + RawLoop.beside(STEPS)));
  }

  private static double round() {
    try (Project project = Project.open()) {
      return project.time(new ChainPipeline(), new ChainPipeline.Params(STEPS)) / STEPS;
    }
  }
}
