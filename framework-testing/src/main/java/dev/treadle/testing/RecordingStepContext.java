package dev.treadle.testing;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.api.OutputNotes;
import dev.treadle.api.RunIdentity;
import dev.treadle.api.StepContext;
import dev.treadle.error.ArtifactNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A context for tests that call a step method by itself: keeps what the step says, and answers with what the test gave. Its
 * clock stands still at 2026-01-01T00:00Z and its random numbers are the same each time.
 *
 * <pre>{@code
 * var context = new RecordingStepContext();
 * ChurnSteps.load(context, "churn.csv");
 * assertThat(context.metadata()).containsEntry("rows", 344);
 * }</pre>
 *
 * @since 0.1
 */
public final class RecordingStepContext implements StepContext {

  /**
   * A metric point as the step gave it.
   *
   * @param step -1 when it gave none
   */
  public record Metric(String name, long step, double value) {}

  private final StepContext unrecorded = StepContext.noop();
  private final Map<String, Object> metadata = synchronizedMap();
  private final Map<String, Map<String, Object>> outputs = synchronizedMap();
  private final List<Metric> metrics = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> tags = synchronizedMap();
  private final Map<String, Object> artifacts = synchronizedMap();
  private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final RandomGenerator random = new Random(17);
  private @Nullable Path folder;
  private volatile boolean cancelled;

  /** The facts on the step run, by key. */
  public Map<String, Object> metadata() {
    return Map.copyOf(metadata);
  }

  /** The facts on an output, by key. */
  public Map<String, Object> outputMetadata(String output) {
    return Map.copyOf(outputs.getOrDefault(output, Map.of()));
  }

  /** All points, in the order in which they were given. */
  public List<Metric> metrics() {
    return List.copyOf(metrics);
  }

  /** The last value of each metric. */
  public Map<String, Double> lastMetrics() {
    Map<String, Double> last = new LinkedHashMap<>();
    metrics().forEach(metric -> last.put(metric.name(), metric.value()));
    return Map.copyOf(last);
  }

  /** The tags for the run. */
  public Map<String, String> tags() {
    return Map.copyOf(tags);
  }

  /** What {@code artifacts()} holds: given by {@link #withArtifact} or saved by the step. */
  public Map<String, Object> savedArtifacts() {
    return Map.copyOf(artifacts);
  }

  /** Lets the step load a value by this reference. */
  public RecordingStepContext withArtifact(String reference, Object value) {
    artifacts.put(reference, value);
    return this;
  }

  /** Gives the step this folder for its files; else it gets a temporary one. */
  public RecordingStepContext withOutputDirectory(Path directory) {
    folder = directory;
    return this;
  }

  /** Makes {@link #checkCancelled} throw from now on. */
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void metadata(String key, Object value) {
    metadata.put(key, value);
  }

  @Override
  public OutputNotes output(String name) {
    return (key, value) -> outputs.computeIfAbsent(name, n -> synchronizedMap()).put(key, value);
  }

  @Override
  public void metric(String name, double value) {
    metric(name, -1, value);
  }

  @Override
  public void metric(String name, long step, double value) {
    metrics.add(new Metric(name, step, value));
  }

  @Override
  public void tag(String key, String value) {
    tags.put(key, value);
  }

  @Override
  public Logger logger() {
    return unrecorded.logger();
  }

  @Override
  public void progress(long done, long total) {}

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized Path outputDirectory() {
    try {
      if (folder == null) {
        folder = unrecorded.outputDirectory();
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ArtifactAccess artifacts() {
    return new ArtifactAccess() {
      @Override
      @SuppressWarnings("unchecked")
      public <T> T load(String reference, Class<? super T> type) {
        Object value = artifacts.get(reference);
        if (value == null) {
          throw new ArtifactNotFoundException(reference);
        }
        return (T) type.cast(value);
      }

      @Override
      public void save(String name, Object value) {
        artifacts.put(name, value);
      }
    };
  }

  @Override
  public InputStream external(URI uri) {
    return unrecorded.external(uri);
  }

  @Override
  public RunIdentity run() {
    return new RunIdentity(new UUID(0, 0), 1, "test");
  }

  @Override
  public String step() {
    return "step";
  }

  @Override
  public int attempt() {
    return unrecorded.attempt();
  }

  @Override
  public OptionalInt mapIndex() {
    return unrecorded.mapIndex();
  }

  @Override
  public Optional<Instant> deadline() {
    return unrecorded.deadline();
  }

  @Override
  public void checkCancelled() {
    if (cancelled) {
      throw new CancellationException("The test has cancelled the step");
    }
  }

  private static <K, V> Map<K, V> synchronizedMap() {
    return Collections.synchronizedMap(new LinkedHashMap<>());
  }
}
