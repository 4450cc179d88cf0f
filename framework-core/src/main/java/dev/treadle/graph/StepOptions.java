package dev.treadle.graph;

import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said where a step is called, or by the defaults of its pipeline; null where nothing was said, so that the annotation
 * and then the default count.
 *
 * @param retry how failed attempts are tried again
 * @param timeout the longest that one attempt may take
 * @param isolation where attempts are executed
 * @param listeners the classes that hear of the step
 */
public record StepOptions(
    @Nullable Retry retry,
    @Nullable Duration timeout,
    @Nullable Caching cache,
    @Nullable Isolation isolation,
    List<String> listeners,
    Resources resources,
    Map<String, String> tags) {
  public static final StepOptions NONE =
      new StepOptions(null, null, null, null, List.of(), Resources.NONE, Map.of());

  public StepOptions {
    listeners = List.copyOf(listeners);
    tags = Map.copyOf(tags);
  }
}
