package dev.treadle.graph;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline says of its runs.
 *
 * @param timeout the longest that a run may take, null for no limit
 * @param strict whether a step waits until what it rests on is durable
 * @param listeners the classes that hear of a run
 */
public record RunSettings(@Nullable Duration timeout, boolean strict, List<String> listeners) {
  public static final RunSettings NONE = new RunSettings(null, false, List.of());

  public RunSettings {
    listeners = List.copyOf(listeners);
  }
}
