package dev.treadle.lineage;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.metadata.Edge;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Prints what a walk over the ancestors of the newest of a million versions takes. Run by hand. */
final class LineageBenchmark {
  private static final int VERSIONS = 1_000_000;
  private static final int WARM_UP = 20;
  private static final int MEASURED = 20;

  private LineageBenchmark() {}

  public static void main(String[] arguments) {
    Random random = new Random(17);
    LineageIndex index = new LineageIndex();
    UUID[] versions = new UUID[VERSIONS];
    long started = System.nanoTime();
    for (int i = 0; i < VERSIONS; i++) {
      versions[i] = new UUID(random.nextLong(), random.nextLong());
      UUID step = new UUID(random.nextLong(), random.nextLong());
      if (i > 0) {
        // One input from just before, so that all are ancestors of the last, and one from far away.
        index.add(new Edge(step, versions[i - 1], EdgeRole.INPUT, "x"));
        index.add(new Edge(step, versions[random.nextInt(i)], EdgeRole.INPUT, "y"));
      }
      index.add(new Edge(step, versions[i], EdgeRole.OUTPUT, "result"));
    }
    System.out.printf(Locale.ROOT, "built in %.0f ms%n", millisSince(started));
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      long begun = System.nanoTime();
      int ancestors = index.count(versions[VERSIONS - 1], Direction.UPSTREAM);
      if (i >= WARM_UP) {
        System.out.printf(Locale.ROOT, "%d ancestors in %.1f ms%n", ancestors, millisSince(begun));
      }
    }
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
