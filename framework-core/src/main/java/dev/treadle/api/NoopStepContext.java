package dev.treadle.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records nothing; opens what it is asked to open. */
final class NoopStepContext implements StepContext {
  private static final Logger log = LoggerFactory.getLogger("treadle.step");

  private final RandomGenerator random = new Random(0);

  @Override
  public void metadata(String key, Object value) {}

  @Override
  public OutputNotes output(String name) {
    return (key, value) -> {};
  }

  @Override
  public void metric(String name, double value) {}

  @Override
  public void metric(String name, long step, double value) {}

  @Override
  public void tag(String key, String value) {}

  @Override
  public Logger logger() {
    return log;
  }

  @Override
  public void progress(long done, long total) {}

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Path outputDirectory() {
    try {
      return Files.createTempDirectory("treadle-step");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ArtifactAccess artifacts() {
    throw new IllegalStateException(
        "StepContext.noop() has no store; run the step in a pipeline to use artifacts()");
  }

  @Override
  public InputStream external(URI uri) {
    try {
      return uri.toURL().openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RunIdentity run() {
    return new RunIdentity(new UUID(0, 0), 0, "noop");
  }

  @Override
  public String step() {
    return "noop";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public OptionalInt mapIndex() {
    return OptionalInt.empty();
  }

  @Override
  public Optional<Instant> deadline() {
    return Optional.empty();
  }

  @Override
  public void checkCancelled() {}
}
