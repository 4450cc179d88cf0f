package dev.treadle.run.attempt;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.api.OutputNotes;
import dev.treadle.api.RunIdentity;
import dev.treadle.api.StepContext;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.error.NearNames;
import dev.treadle.json.Json;
import dev.treadle.log.AttemptLog;
import dev.treadle.log.StepLogger;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.run.task.Seeds;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The context of one attempt. Refuses calls after {@link #end}. */
public final class AttemptContext implements StepContext {
  private static final int LONGEST_KEY = 250;

  private final Supplier<RunIdentity> run;
  private final Task task;
  private final List<String> outputs;
  private final int attempt;
  private final @Nullable Instant deadline;
  private final AttemptNotes notes;
  private final AttemptServices services;
  private final Logger logger;
  private final long seed;
  private @Nullable RandomGenerator random;
  private volatile boolean ended;
  private volatile boolean cancelled;

  public AttemptContext(
      Supplier<RunIdentity> run,
      StepWork work,
      int attempt,
      long seed,
      @Nullable Instant deadline,
      AttemptLog log,
      AttemptNotes notes,
      AttemptServices services) {
    this.run = run;
    this.task = work.task();
    this.outputs = work.step().outputs().stream().map(CompiledOutput::name).toList();
    this.attempt = attempt;
    this.deadline = deadline;
    this.notes = notes;
    this.services = services;
    this.logger = new StepLogger(task.node().name(), log);
    this.seed = seed;
  }

  /** Refuses further calls. */
  void end() {
    ended = true;
  }

  /** Makes {@link #checkCancelled} throw. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void metadata(String key, Object value) {
    open();
    notes.fact(checkedKey(key), Json.writeString(value));
  }

  @Override
  public OutputNotes output(String name) {
    open();
    if (!outputs.contains(name)) {
      throw new IllegalArgumentException("Step '" + task.label() + "' has "
          + (outputs.isEmpty() ? "no outputs" : "the outputs " + String.join(", ", outputs))
          + " and not '" + name + "'" + NearNames.hint(name, outputs));
    }
    return (key, value) -> {
      open();
      notes.outputFact(name, checkedKey(key), Json.writeString(value));
    };
  }

  @Override
  public void metric(String name, double value) {
    metric(name, -1, value);
  }

  @Override
  public void metric(String name, long step, double value) {
    open();
    notes.metric(new MetricPoint(checkedKey(name), step, value, services.clock().instant()));
  }

  @Override
  public void tag(String key, String value) {
    open();
    notes.runTag(checkedKey(key), value);
  }

  @Override
  public Logger logger() {
    return logger;
  }

  @Override
  public void progress(long done, long total) {
    open();
    services.progress(task, done, total);
  }

  @Override
  public synchronized RandomGenerator random() {
    if (random == null) {
      notes.drew(Seeds.of(task, seed));
      random = Seeds.generator(task.node().name(), task.mapIndex(), seed);
    }
    return random;
  }

  @Override
  public Clock clock() {
    return services.clock();
  }

  @Override
  public Path outputDirectory() {
    open();
    try {
      return Files.createDirectories(services.outputDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ArtifactAccess artifacts() {
    open();
    return services.artifacts(notes);
  }

  @Override
  public InputStream external(URI uri) {
    open();
    return services.external(uri, notes);
  }

  @Override
  public RunIdentity run() {
    return run.get();
  }

  @Override
  public String step() {
    return task.node().name();
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public OptionalInt mapIndex() {
    return task.mapIndex() < 0 ? OptionalInt.empty() : OptionalInt.of(task.mapIndex());
  }

  @Override
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadline);
  }

  @Override
  public void checkCancelled() {
    if (cancelled) {
      throw new CancellationException("Step '" + task.label() + "' was asked to stop");
    }
  }

  private void open() {
    if (ended) {
      throw new IllegalStateException(
          "The attempt of step '" + task.label() + "' has ended; its context takes nothing more");
    }
  }

  private static String checkedKey(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "A key has 1 to " + LONGEST_KEY + " characters, this one has " + key.length());
    }
    return key;
  }
}
