package dev.treadle.benchmarks;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.StoredArtifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** G10: a gigabyte of bytes stored, hashed and durable, and loaded with its digest checked. */
final class FileSpeed implements Benchmark {
  private static final long SIZE = 1L << 30;

  private final List<Double> loads = new ArrayList<>();
  private final List<Double> copies = new ArrayList<>();

  @Override
  public List<Figure> measure() throws Exception {
    Path folder = Disk.newFolder();
    Path file = Disk.randomFile(folder.resolve("bytes.bin"), SIZE);
    Rounds ratio = Rounds.of(5, () -> round(file));
    Rounds load = Rounds.ofMeasured(loads);
    Rounds copy = Rounds.ofMeasured(copies);
    Disk.delete(folder);
    return List.of(
        new Figure(
            "G10",
            ratio.median(),
            "× cp+fsync",
            "1 GiB file, stored and synced, " + ratio.spread() + "; cp+fsync "
                + Figure.number(SIZE / copy.median() / 1e9) + " GB/s, alternating"),
        new Figure(
            "G10-load",
            SIZE / load.median() / 1e9,
            "GB/s",
            "1 GiB opened with its SHA-256 verified, " + load.spread()
                + " s, page cache warm; SHA-256 alone " + Figure.number(Hashing.speed())
                + " GB/s"));
  }

  private double round(Path file) throws Exception {
    double copy = Disk.copy(file, file.resolveSibling("copy.bin"));
    copies.add(copy);
    try (Values values = Values.open()) {
      ArtifactService artifacts = values.artifacts();
      var store = new Stopwatch();
      StoredArtifact stored =
          artifacts.store("bytes", file, Path.class, values.materializer(Path.class));
      double seconds = store.seconds();
      var load = new Stopwatch();
      Path loaded =
          (Path) artifacts.load(stored.ref("bytes"), Path.class, values.materializer(Path.class));
      loads.add(load.seconds());
      if (Files.size(loaded) != SIZE) {
        throw new IllegalStateException(loaded + " has " + Files.size(loaded) + " bytes");
      }
      return seconds / copy;
    }
  }
}
