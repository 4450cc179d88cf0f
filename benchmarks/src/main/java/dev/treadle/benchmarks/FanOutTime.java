package dev.treadle.benchmarks;

import java.util.List;

/** G3: a run-time fan-out of trivial steps and the step that joins them, nothing cached. */
final class FanOutTime implements Benchmark {
  private static final int ITEMS = 5_000;

  @Override
  public List<Figure> measure() throws Exception {
    Rounds rounds = Rounds.of(5, 5, FanOutTime::round);
    return List.of(new Figure(
        "G3",
        rounds.median(),
        "ms/step",
        "map over " + ITEMS + " and join, " + rounds.spread() + "; H2 file, durable at COMPLETED; "
            + RawLoop.beside(ITEMS)));
  }

  private static double round() {
    try (Project project = Project.open()) {
      return project.time(new FanOutPipeline(), new FanOutPipeline.Params(ITEMS)) / (ITEMS + 2);
    }
  }
}
