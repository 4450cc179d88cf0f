package dev.treadle.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/** Folders and files to measure with, and what the disk itself takes. */
final class Disk {
  private Disk() {}

  static Path newFolder() {
    try {
      return Files.createTempDirectory("treadle");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of random bytes, on the disk. */
  static Path randomFile(Path file, long size) throws IOException {
    byte[] chunk = new byte[1 << 20];
    var random = new Random(1);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long written = 0; written < size; written += chunk.length) {
        random.nextBytes(chunk);
        write(channel, ByteBuffer.wrap(chunk));
      }
      channel.force(true);
    }
    return file;
  }

  static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Seconds of {@code cp} and a sync of the copy. */
  static double copy(Path from, Path to) throws IOException, InterruptedException {
    var watch = new Stopwatch();
    int exit = new ProcessBuilder("cp", from.toString(), to.toString())
        .inheritIO()
        .start()
        .waitFor();
    if (exit != 0) {
      throw new IOException("cp ended with " + exit);
    }
    try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    double seconds = watch.seconds();
    Files.delete(to);
    return seconds;
  }

  /** Milliseconds that one record appended and synced takes. */
  static double syncedAppend() throws IOException {
    Path file = Files.createTempFile("append", ".bin");
    int appends = 100;
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var watch = new Stopwatch();
      for (int i = 0; i < appends; i++) {
        write(channel, ByteBuffer.allocate(512));
        channel.force(false);
      }
      return watch.milliseconds() / appends;
    } finally {
      Files.delete(file);
    }
  }
}
