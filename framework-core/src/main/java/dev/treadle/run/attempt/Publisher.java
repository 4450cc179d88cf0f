package dev.treadle.run.attempt;

import dev.treadle.api.Outputs;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.OutputSpec;
import dev.treadle.id.IdGenerator;
import dev.treadle.log.AttemptLog;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.NewVersion;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.value.Produced;
import dev.treadle.run.value.RecordAccess;
import dev.treadle.run.value.ValueStore;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what steps return and log. What is stored becomes visible only by the commit that follows. */
public final class Publisher {
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  /** Larger values are read back rather than kept in memory until the run ends. */
  private static final long LARGEST_LIVE = 1024 * 1024;

  private final ValueStore values;
  private final LogArchive logs;
  private final IdGenerator ids;

  public Publisher(ValueStore values, LogArchive logs, IdGenerator ids) {
    this.values = values;
    this.logs = logs;
    this.ids = ids;
  }

  /** Stores each output of a result. */
  List<StoredOutput> store(
      StepWork work, @Nullable Object result, AttemptNotes notes, Path outputDirectory) {
    List<CompiledOutput> outputs = work.step().outputs();
    if (outputs.isEmpty()) {
      return List.of();
    }
    if (result == null) {
      throw new TreadleException(
          CoreProblem.STEP_FAILED,
          "Step '" + work.task().label()
              + "' returned null; return an Optional or make the step void");
    }
    List<StoredOutput> stored = new ArrayList<>(outputs.size());
    for (CompiledOutput output : outputs) {
      Object value = result instanceof Outputs ? RecordAccess.read(result, output.name()) : result;
      stored.add(store(output, value, notes, outputDirectory));
    }
    return stored;
  }

  /** Stores a value that the step saves by itself. */
  StoredOutput save(String artifact, Object value, Materializer<?> materializer, Type type) {
    ValueStore.Stored stored = values.store(artifact, value, type, materializer, null);
    var version = new NewVersion(
        ids.next(),
        artifact,
        OutputSpec.RESULT,
        EdgeRole.OBSERVED_OUTPUT,
        stored.content(),
        stored.facts());
    return new StoredOutput(
        version, new Produced(version.id(), artifact, stored.content(), type, materializer, null));
  }

  /** Stores the log of an attempt; null when there is nothing in it. A log that cannot be stored does not fail the step. */
  @Nullable
  String storeLog(StepWork work, int attempt, AttemptLog lines) {
    if (lines.size() == 0) {
      return null;
    }
    try {
      return logs.store(work.id(), attempt, lines);
    } catch (IOException | RuntimeException e) {
      log.warn("The log of step {} could not be stored: {}", work.task().label(), e.getMessage());
      return null;
    }
  }

  /** Deletes what is left in an attempt's folder. */
  void clean(Path outputDirectory) {
    if (!Files.exists(outputDirectory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(outputDirectory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      log.warn("Temporary files in {} could not be deleted: {}", outputDirectory, e.getMessage());
    }
  }

  private StoredOutput store(
      CompiledOutput output, Object value, AttemptNotes notes, Path outputDirectory) {
    ValueStore.Stored stored = values.store(
        output.artifact(), value, output.type(), output.materializer(), outputDirectory);
    List<Fact> facts = new ArrayList<>(stored.facts());
    facts.addAll(notes.outputFacts(output.name()));
    NewVersion version = new NewVersion(
        ids.next(), output.artifact(), output.name(), EdgeRole.OUTPUT, stored.content(), facts);
    boolean shared = stored.content().sizeBytes() <= LARGEST_LIVE
        && output.materializer().immutable(output.type());
    return new StoredOutput(
        version,
        new Produced(
            version.id(),
            output.artifact(),
            stored.content(),
            output.type(),
            output.materializer(),
            shared ? value : null));
  }
}
