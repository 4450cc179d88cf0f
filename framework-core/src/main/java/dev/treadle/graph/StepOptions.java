package dev.treadle.graph;

import dev.treadle.api.Caching;
import dev.treadle.api.Resources;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said where a step is called; null where nothing was said, so that the annotation and then the default count.
 *
 * @param retries how often a failed attempt is tried again
 * @param timeout the longest that one attempt may take
 */
public record StepOptions(
    @Nullable Integer retries,
    @Nullable Duration timeout,
    @Nullable Caching cache,
    Resources resources,
    Map<String, String> tags) {
  public static final StepOptions NONE =
      new StepOptions(null, null, null, Resources.NONE, Map.of());

  public StepOptions {
    tags = Map.copyOf(tags);
  }
}
