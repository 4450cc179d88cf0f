package dev.treadle.benchmarks;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.lineage.Direction;
import dev.treadle.lineage.LineageIndex;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.lang.reflect.Proxy;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * G13: how many ancestors the newest of a million artifacts has, by the index in memory. Each artifact is made by a step run of
 * its own from two of the thousand before it, so that all are ancestors: the most there can be. The edges come from memory
 * in place of the database, whose time to read them is not part of the figure.
 */
final class AncestorsTime implements Benchmark {
  private static final int ARTIFACTS = 1_000_000;
  private static final int REACH = 1_000;

  private final int[] parents = new int[2 * ARTIFACTS];

  @Override
  public List<Figure> measure() throws Exception {
    var random = new Random(1);
    for (int i = 2; i < parents.length; i++) {
      parents[i] = Math.max(0, i / 2 - 1 - random.nextInt(REACH));
    }
    LineageIndex index = new LineageIndex();
    var build = new Stopwatch();
    index.refresh(edges());
    double built = build.milliseconds();
    int found = index.count(version(ARTIFACTS - 1), Direction.UPSTREAM);
    Rounds rounds = Rounds.of(15, () -> round(index, found));
    Rounds raw = Rounds.of(15, this::rawSearch);
    return List.of(new Figure(
        "G13",
        rounds.median(),
        "ms",
        found + " ancestors of the newest of 1 M artifacts, 3 M edges, " + rounds.spread()
            + "; bare int-array search " + Figure.number(raw.median()) + " ms; index built in "
            + Figure.number(built) + " ms"));
  }

  private static double round(LineageIndex index, int expected) {
    var watch = new Stopwatch();
    int found = index.count(version(ARTIFACTS - 1), Direction.UPSTREAM);
    double milliseconds = watch.milliseconds();
    if (found != expected) {
      throw new IllegalStateException(found + " in place of " + expected);
    }
    return milliseconds;
  }

  private double rawSearch() {
    var watch = new Stopwatch();
    var reached = new BitSet(ARTIFACTS);
    int[] queue = new int[ARTIFACTS];
    int size = 1;
    queue[0] = ARTIFACTS - 1;
    reached.set(ARTIFACTS - 1);
    for (int done = 0; done < size; done++) {
      for (int side = 0; side < 2 && queue[done] > 0; side++) {
        int parent = parents[2 * queue[done] + side];
        if (!reached.get(parent)) {
          reached.set(parent);
          queue[size++] = parent;
        }
      }
    }
    return watch.milliseconds();
  }

  private MetadataQueries edges() {
    return (MetadataQueries) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {MetadataQueries.class},
        (proxy, call, given) -> {
          if (!call.getName().equals("forEachEdge")) {
            throw new UnsupportedOperationException(call.getName());
          }
          @SuppressWarnings("unchecked")
          Consumer<Edge> consumer = (Consumer<Edge>) given[1];
          for (int i = 0; i < ARTIFACTS; i++) {
            UUID step = new UUID(1, i);
            if (i > 0) {
              consumer.accept(new Edge(step, version(parents[2 * i]), EdgeRole.INPUT, "a"));
              consumer.accept(new Edge(step, version(parents[2 * i + 1]), EdgeRole.INPUT, "b"));
            }
            consumer.accept(new Edge(step, version(i), EdgeRole.OUTPUT, "result"));
          }
          return 3L * ARTIFACTS;
        });
  }

  private static UUID version(int number) {
    return new UUID(2, number);
  }
}
