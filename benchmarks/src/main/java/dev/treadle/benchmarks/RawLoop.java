package dev.treadle.benchmarks;

import dev.treadle.json.Json;
import dev.treadle.spi.ObjectDigest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The same steps by hand: call, write as JSON, hash, append to a file that is synced at the end. */
final class RawLoop {
  private RawLoop() {}

  /** Milliseconds a step. */
  static double chain(int steps) throws IOException {
    Path file = Files.createTempFile("raw", ".jsonl");
    var watch = new Stopwatch();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      int value = Numbers.first(0);
      for (int i = 0; i < steps; i++) {
        value = Numbers.next(value);
        byte[] json = Json.write(value, int.class);
        out.write(ObjectDigest.of(json).sha256().getBytes(StandardCharsets.US_ASCII));
        out.write(json);
        out.write('\n');
      }
      out.flush();
      channel.force(false);
    }
    double perStep = watch.milliseconds() / steps;
    Files.delete(file);
    return perStep;
  }

  /** What stands beside a figure of steps. */
  static String beside(int steps) throws Exception {
    Rounds raw = Rounds.of(3, () -> chain(steps));
    return "raw loop (call, JSON, SHA-256, append, one sync) " + Figure.number(raw.median())
        + " ms/step; append + sync each " + Figure.number(Disk.syncedAppend()) + " ms";
  }
}
