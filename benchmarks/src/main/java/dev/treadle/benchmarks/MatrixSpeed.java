package dev.treadle.benchmarks;

import dev.treadle.artifact.StoredArtifact;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ObjectDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** G11: a matrix of 100 MB stored and loaded. */
final class MatrixSpeed implements Benchmark {
  private static final int ROWS = 12_500;
  private static final int COLUMNS = 1_000;

  private final double[][] matrix = matrix();
  private final List<Double> raws = new ArrayList<>();
  private final List<Double> loads = new ArrayList<>();
  private final List<Double> firsts = new ArrayList<>();

  @Override
  public List<Figure> measure() throws Exception {
    Rounds ratio = Rounds.of(5, this::round);
    Rounds raw = Rounds.ofMeasured(raws);
    Rounds load = Rounds.ofMeasured(loads);
    Rounds first = Rounds.ofMeasured(firsts);
    String size = ROWS + " × " + COLUMNS + " doubles, 100 MB";
    return List.of(
        new Figure(
            "G11",
            ratio.median(),
            "× raw write+hash",
            size + ", stored and synced, " + ratio.spread() + "; raw write, SHA-256, sync "
                + Figure.number(raw.median()) + " ms"),
        new Figure(
            "G11-first",
            first.median(),
            "ms",
            size + ", first element once loaded, " + first.spread() + "; load with SHA-256 "
                + Figure.number(load.median()) + " ms"));
  }

  private double round() throws Exception {
    double raw = rawWrite();
    raws.add(raw);
    try (Values values = Values.open()) {
      Materializer<?> materializer = values.materializer(double[][].class);
      var store = new Stopwatch();
      StoredArtifact stored =
          values.artifacts().store("matrix", matrix, double[][].class, materializer);
      double milliseconds = store.milliseconds();
      var load = new Stopwatch();
      double[][] loaded = (double[][])
          values.artifacts().load(stored.ref("matrix"), double[][].class, materializer);
      loads.add(load.milliseconds());
      var first = new Stopwatch();
      if (loaded[0][0] != matrix[0][0]) {
        throw new IllegalStateException("The matrix is another one");
      }
      firsts.add(first.milliseconds());
      return milliseconds / raw;
    }
  }

  private double rawWrite() throws IOException {
    Path file = Files.createTempFile("matrix", ".bin");
    var watch = new Stopwatch();
    var hash = ObjectDigest.newHash();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var row = ByteBuffer.allocateDirect(8 * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
      for (double[] numbers : matrix) {
        row.clear();
        row.asDoubleBuffer().put(numbers);
        hash.update(row.duplicate());
        Disk.write(channel, row);
      }
      hash.digest();
      channel.force(true);
    }
    double milliseconds = watch.milliseconds();
    Files.delete(file);
    return milliseconds;
  }

  private static double[][] matrix() {
    var random = new Random(1);
    double[][] matrix = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      matrix[row] = random.doubles(COLUMNS).toArray();
    }
    return matrix;
  }
}
