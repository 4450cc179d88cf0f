package dev.treadle.benchmarks;

import java.util.List;

/** G1 and G2: a chain of trivial steps, nothing cached, all durable when the run has completed, or each before the next. */
final class ChainTime implements Benchmark {
  private static final int STEPS = 5_000;

  private final String figure;
  private final boolean strict;

  private ChainTime(String figure, boolean strict) {
    this.figure = figure;
    this.strict = strict;
  }

  static ChainTime deferred() {
    return new ChainTime("G1", false);
  }

  static ChainTime strict() {
    return new ChainTime("G2", true);
  }

  @Override
  public List<Figure> measure() throws Exception {
    Rounds rounds = Rounds.of(5, 5, this::round);
    String durable = strict ? "each durable before the next starts" : "durable at COMPLETED";
    return List.of(new Figure(
        figure,
        rounds.median(),
        "ms/step",
        "chain of " + STEPS + ", " + rounds.spread() + "; H2 file, " + durable
            + " (group commit, synced); " + RawLoop.beside(STEPS)));
  }

  private double round() {
    try (Project project = Project.open()) {
      return project.time(new ChainPipeline(), new ChainPipeline.Params(STEPS, 0, strict)) / STEPS;
    }
  }
}
