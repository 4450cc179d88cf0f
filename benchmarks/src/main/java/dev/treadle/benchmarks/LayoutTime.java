package dev.treadle.benchmarks;

import dev.treadle.graph.layout.Arrow;
import dev.treadle.graph.layout.Box;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.graph.layout.SvgWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** G21: ten thousand steps, each of which takes values from two of the twenty before it, laid out and written as SVG. */
final class LayoutTime implements Benchmark {
  private static final int STEPS = 10_000;
  private static final int REACH = 20;

  @Override
  public List<Figure> measure() throws Exception {
    Diagram diagram = diagram();
    Rounds rounds = Rounds.of(3, 5, () -> round(diagram));
    return List.of(new Figure(
        "G21",
        rounds.median(),
        "ms",
        STEPS + " steps, " + diagram.arrows().size() + " edges, layout and SVG, "
            + rounds.spread()));
  }

  private static double round(Diagram diagram) {
    var watch = new Stopwatch();
    String svg = SvgWriter.write(diagram);
    double milliseconds = watch.milliseconds();
    if (svg.length() < STEPS) {
      throw new IllegalStateException("The picture is empty");
    }
    return milliseconds;
  }

  private static Diagram diagram() {
    var random = new Random(1);
    List<Box> boxes = new ArrayList<>(STEPS);
    Set<Arrow> arrows = new LinkedHashSet<>();
    for (int i = 0; i < STEPS; i++) {
      boxes.add(new Box("step-" + i, Box.Kind.STEP, -1, Optional.empty()));
      for (int k = 0; k < 2 && i > 0; k++) {
        int from = i - 1 - random.nextInt(Math.min(REACH, i));
        arrows.add(new Arrow(from, i, Arrow.Kind.VALUE, ""));
      }
    }
    return new Diagram("large", boxes, List.copyOf(arrows));
  }
}
