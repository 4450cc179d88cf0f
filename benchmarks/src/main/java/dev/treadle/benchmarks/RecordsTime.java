package dev.treadle.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** G12: a list of a million records stored and loaded. */
final class RecordsTime implements Benchmark {
  private static final int RECORDS = 1_000_000;

  /** A record as pipelines have them. */
  public record Measurement(
      long id, String sensor, double celsius, double humidity, boolean valid) {}

  private static final TypeReference<List<Measurement>> LIST = new TypeReference<>() {};

  private final List<Measurement> records = IntStream.range(0, RECORDS)
      .mapToObj(i -> new Measurement(
          i, "sensor-" + i % 5_000, 20 + i % 300 / 10.0, i % 1_000 / 10.0, i % 7 > 0))
      .toList();
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Double> loads = new ArrayList<>();
  private long bytes;

  @Override
  public List<Figure> measure() throws Exception {
    Rounds total = Rounds.of(5, this::round);
    Rounds load = Rounds.ofMeasured(loads);
    Rounds jackson = Rounds.of(3, this::jackson);
    return List.of(
        new Figure(
            "G12",
            total.median(),
            "s",
            "1 M records saved (hashed, synced) and loaded (verified), " + total.spread()
                + ", of which load " + Figure.number(load.median())
                + "; Jackson to a file and back "
                + Figure.number(jackson.median()) + " s"),
        new Figure("G12-size", bytes / 1e6, "MB", "1 M records of long, text, 2 doubles, boolean"));
  }

  private double round() throws Exception {
    Type type = LIST.getType();
    try (Values values = Values.open()) {
      Materializer<?> materializer = values.materializer(type);
      var watch = new Stopwatch();
      StoredArtifact stored = values.artifacts().store("records", records, type, materializer);
      double saved = watch.seconds();
      Object loaded = values.artifacts().load(stored.ref("records"), type, materializer);
      double seconds = watch.seconds();
      loads.add(seconds - saved);
      bytes = stored.totalBytes();
      check(loaded);
      return seconds;
    }
  }

  private double jackson() throws Exception {
    Path file = Files.createTempFile("records", ".json");
    var watch = new Stopwatch();
    mapper.writeValue(file.toFile(), records);
    Object loaded = mapper.readValue(file.toFile(), LIST);
    double seconds = watch.seconds();
    check(loaded);
    Files.delete(file);
    return seconds;
  }

  private void check(Object loaded) {
    if (!loaded.equals(records)) {
      throw new IllegalStateException("The records are other ones");
    }
  }
}
