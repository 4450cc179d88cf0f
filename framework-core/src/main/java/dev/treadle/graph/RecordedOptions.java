package dev.treadle.graph;

import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said at one call of a step. */
final class RecordedOptions {
  /** Of the many calls that say nothing. */
  static final RecordedOptions NONE = new RecordedOptions();

  final Map<String, String> tags = new LinkedHashMap<>();
  final List<String> listeners = new ArrayList<>();

  @Nullable
  Integer retries;

  @Nullable
  Retry retry;

  @Nullable
  Duration timeout;

  @Nullable
  Caching cache;

  @Nullable
  Isolation isolation;

  Resources resources = Resources.NONE;
}
