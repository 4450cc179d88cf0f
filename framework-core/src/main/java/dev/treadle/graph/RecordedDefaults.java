package dev.treadle.graph;

import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.Retry;
import dev.treadle.api.Step;
import dev.treadle.api.StepDefaults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the steps of one pipeline have in common. */
final class RecordedDefaults implements StepDefaults {
  private @Nullable Retry retry;
  private @Nullable Duration timeout;
  private @Nullable Caching cache;
  private @Nullable Isolation isolation;

  @Override
  public StepDefaults retry(Retry value) {
    retry = value;
    return this;
  }

  @Override
  public StepDefaults timeout(Duration value) {
    timeout = value;
    return this;
  }

  @Override
  public StepDefaults cached(boolean value) {
    cache = value ? Caching.ON : Caching.OFF;
    return this;
  }

  @Override
  public StepDefaults isolation(Isolation value) {
    isolation = value;
    return this;
  }

  /** The options of a call; the annotation wins over these, the call over both. */
  StepOptions complete(RecordedOptions call, @Nullable Step step) {
    boolean said = retry != null || timeout != null || cache != null || isolation != null;
    if (!said && call == RecordedOptions.NONE) {
      return StepOptions.NONE;
    }
    return new StepOptions(
        retry(call, step),
        call.timeout == null && (step == null || step.timeout().isEmpty()) ? timeout : call.timeout,
        call.cache == null && (step == null || step.cache() == Caching.ON) ? cache : call.cache,
        call.isolation == null && (step == null || step.isolation() == Isolation.DEFAULT)
            ? isolation
            : call.isolation,
        call.listeners,
        call.resources,
        call.tags);
  }

  private @Nullable Retry retry(RecordedOptions call, @Nullable Step step) {
    if (call.retry != null) {
      return call.retry;
    }
    if (call.retries != null) {
      return (retry == null ? Retry.NONE : retry).withTimes(call.retries);
    }
    return retry == null || step == null || step.retries() == -1
        ? retry
        : retry.withTimes(step.retries());
  }
}
