package dev.treadle.api;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/**
 * What a running step can record and ask. Supplied by the run to a leading parameter of this type; all methods may be
 * called from any thread until the attempt has ended, and calls after that are refused.
 *
 * @since 0.1
 */
public interface StepContext {

  /** A context for plain tests of a step method: records nothing, is seeded with 0 and says run 0. */
  static StepContext noop() {
    return new NoopStepContext();
  }

  /**
   * Records a typed fact on the step run: number, text, boolean, instant or record. The last value of a key counts.
   *
   * @throws IllegalArgumentException when the key is empty or longer than 250 characters
   */
  void metadata(String key, Object value);

  /**
   * Notes on one output; {@code result} is the name of the only output of a step that returns one artifact.
   *
   * @throws IllegalArgumentException when the step has no output of this name
   */
  OutputNotes output(String name);

  /** Records a metric point without a step number. NaN and infinities are kept. */
  void metric(String name, double value);

  /** Records a metric point, such as the loss of epoch {@code step}. */
  void metric(String name, long step, double value);

  /** Tags the run. */
  void tag(String key, String value);

  /** A logger into the step's log. */
  Logger logger();

  /** Says how far the step is; drawn live, not stored. */
  void progress(long done, long total);

  /** Random numbers seeded from the run's seed, the step's name and the map index; one generator an attempt. */
  RandomGenerator random();

  /** The run's clock. */
  Clock clock();

  /** A folder of this attempt. A returned path below it is published without a copy. */
  Path outputDirectory();

  /** Reads and writes artifacts that are not wired in the graph. */
  ArtifactAccess artifacts();

  /** Opens data that stays where it is; what was read is recorded with its version or digest. The caller closes it. */
  InputStream external(URI uri);

  /** The run that the attempt belongs to. */
  RunIdentity run();

  /** The node's name. */
  String step();

  /** The attempt's number, from 1. */
  int attempt();

  /** The index of the item when the step runs in a map. */
  OptionalInt mapIndex();

  /** When the attempt's time is up. */
  Optional<Instant> deadline();

  /**
   * Returns at once unless the run is being cancelled or the attempt's time is up.
   *
   * @throws java.util.concurrent.CancellationException when the step should stop
   */
  void checkCancelled();
}
