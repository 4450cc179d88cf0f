package dev.treadle.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/** Measures the figures named on the command line and prints a line for each. */
public final class Benchmarks {
  private static final Map<String, Supplier<Benchmark>> BY_FIGURE = new LinkedHashMap<>();

  static {
    BY_FIGURE.put("G1", ChainTime::deferred);
    BY_FIGURE.put("G2", ChainTime::strict);
    BY_FIGURE.put("G3", FanOutTime::new);
    BY_FIGURE.put("G4", CachedTime::new);
    BY_FIGURE.put("G5", CommandTime::ofPipeline);
    BY_FIGURE.put("G6", CommandTime::ofReading);
    BY_FIGURE.put("G7", StatementCount::new);
    BY_FIGURE.put("G8", CpuTime::new);
    BY_FIGURE.put("G9", Growth::new);
    BY_FIGURE.put("G10", FileSpeed::new);
    BY_FIGURE.put("G11", MatrixSpeed::new);
    BY_FIGURE.put("G12", RecordsTime::new);
    BY_FIGURE.put("G13", AncestorsTime::new);
    BY_FIGURE.put("G19", MetricsTime::new);
    BY_FIGURE.put("G20", ResidentMemory::new);
    BY_FIGURE.put("G21", LayoutTime::new);
  }

  private Benchmarks() {}

  public static void main(String[] figures) throws Exception {
    LogManager.getLogManager().reset();
    for (String figure : figures) {
      Supplier<Benchmark> benchmark = BY_FIGURE.get(figure);
      if (benchmark == null) {
        System.err.println("There is no figure " + figure + "; known are "
            + String.join(", ", BY_FIGURE.keySet()));
        System.exit(2);
      } else {
        benchmark.get().measure().forEach(measured -> System.out.println(measured.line()));
      }
    }
  }
}
