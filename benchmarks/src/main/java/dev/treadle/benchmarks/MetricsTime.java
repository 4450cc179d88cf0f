package dev.treadle.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** G19: many metric points from one step, durable with the step. The time is that of the whole run. */
final class MetricsTime implements Benchmark {
  private static final int POINTS = 100_000;

  @Override
  public List<Figure> measure() throws Exception {
    Rounds rounds = Rounds.of(7, MetricsTime::round);
    Rounds raw = Rounds.of(5, MetricsTime::rawAppend);
    return List.of(new Figure(
        "G19",
        rounds.median(),
        "µs/point",
        "one step with " + POINTS + " points, run from start to durable end, " + rounds.spread()
            + "; raw append of 24 bytes each, one sync " + Figure.number(raw.median())
            + " µs/point"));
  }

  private static double round() {
    try (Project project = Project.open()) {
      return project.time(new MetricsPipeline(), new MetricsPipeline.Params(POINTS)) * 1e3 / POINTS;
    }
  }

  private static double rawAppend() throws IOException {
    Path file = Files.createTempFile("points", ".bin");
    var watch = new Stopwatch();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var points = ByteBuffer.allocate(24 * POINTS);
      for (int i = 0; i < POINTS; i++) {
        points.putLong(i).putDouble(MetricsPipeline.loss(i)).putLong(System.currentTimeMillis());
      }
      Disk.write(channel, points.flip());
      channel.force(true);
    }
    double microseconds = watch.milliseconds() * 1e3 / POINTS;
    Files.delete(file);
    return microseconds;
  }
}
