package dev.treadle.run.value;

import dev.treadle.metadata.Fact;
import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of steps in and out of the artifact store. Thread-safe. */
public interface ValueStore {

  /** What was stored, durable when small enough for the metadata record or else in the artifact store. */
  record Stored(VersionContent content, List<Fact> facts) {}

  /**
   * Stores a value.
   *
   * @param label the artifact's name, for messages
   * @param outputDirectory files below it belong to the value and may be moved; null when there is none
   */
  Stored store(
      String label,
      Object value,
      Type type,
      Materializer<?> materializer,
      @Nullable Path outputDirectory);

  /** Loads a value of its own for the caller, verified. */
  Object load(String label, VersionContent content, Type type, Materializer<?> materializer);

  /** The items of a stored list, each a value of its own. */
  Iterable<Object> items(
      String label, VersionContent content, Type listType, Materializer<?> materializer);

  /** Relies on the stored bytes from now on: those that are there stay until the runs have ended that this process has started. */
  void rely(VersionContent content);

  /** What is missing or damaged of the stored bytes; empty when they are whole. */
  List<String> problems(String label, VersionContent content);
}
