package dev.treadle.benchmarks;

import dev.treadle.compile.PipelineCompiler;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import java.util.List;

/** G9: ten times the steps in ten times the time, in the same heap. */
final class Growth implements Benchmark {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;

  @Override
  public List<Figure> measure() throws Exception {
    Rounds few = Rounds.of(3, () -> round(FEW));
    Rounds many = Rounds.of(3, () -> round(MANY));
    Rounds definition = Rounds.of(3, Growth::define);
    String chains = "chains of 100 steps side by side";
    return List.of(
        new Figure(
            "G9",
            many.median() / few.median(),
            "× t(100k)/t(10k)",
            chains + "; 10k steps " + Figure.number(few.median() / 1e3) + " s ("
                + few.spread() + " ms); 100k steps " + Figure.number(many.median() / 1e3) + " s ("
                + many.spread() + " ms), " + Figure.number(many.median() / MANY)
                + " ms/step; H2 file, durable at COMPLETED"),
        new Figure(
            "G9-definition",
            definition.median(),
            "s",
            "100k steps defined and compiled, " + definition.spread()));
  }

  private static double round(int steps) {
    try (Project project = Project.open()) {
      return project.time(new ChainsPipeline(), new ChainsPipeline.Params(steps));
    }
  }

  private static double define() {
    var materializers =
        new MaterializerSelection(Materializers.load(Growth.class.getClassLoader()));
    var watch = new Stopwatch();
    var compiled = new PipelineCompiler(materializers::choose)
        .compile(new ChainsPipeline(), new ChainsPipeline.Params(MANY));
    double seconds = watch.seconds();
    if (compiled.graph().steps().size() != MANY) {
      throw new IllegalStateException(compiled.graph().steps().size() + " steps");
    }
    return seconds;
  }
}
