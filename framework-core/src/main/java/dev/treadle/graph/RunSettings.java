package dev.treadle.graph;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline says of its runs.
 *
 * @param timeout the longest that a run may take, null for no limit
 * @param listeners the classes that hear of a run
 */
public record RunSettings(@Nullable Duration timeout, List<String> listeners) {
  public static final RunSettings NONE = new RunSettings(null, List.of());

  public RunSettings {
    listeners = List.copyOf(listeners);
  }
}
