package dev.treadle.compile;

import dev.treadle.api.Caching;
import dev.treadle.api.FingerprintScope;
import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.Step;
import dev.treadle.graph.StepOptions;
import dev.treadle.graph.TimeoutText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step's options after all that was said: at the call, else in the annotation, else the default.
 *
 * @param retry how failed attempts are tried again
 * @param timeout the longest that one attempt may take; empty for no limit
 * @param isolation where attempts are executed
 * @param listeners the classes that hear of the step
 * @param version part of the cache key, empty when none was given
 * @param environment names of environment variables whose values enter the cache key
 */
public record EffectiveOptions(
    Retry retry,
    Optional<Duration> timeout,
    Caching cache,
    Isolation isolation,
    List<String> listeners,
    FingerprintScope fingerprint,
    String version,
    List<String> environment,
    Resources resources,
    Map<String, String> tags) {
  public EffectiveOptions {
    listeners = List.copyOf(listeners);
    environment = List.copyOf(environment);
    tags = Map.copyOf(tags);
  }

  static EffectiveOptions of(Step step) {
    return new EffectiveOptions(
        step.retries() == -1 ? Retry.NONE : Retry.times(step.retries()),
        TimeoutText.parse(step.timeout()),
        step.cache(),
        step.isolation(),
        List.of(),
        step.fingerprint(),
        step.version(),
        List.of(step.environment()),
        Resources.NONE,
        Map.of());
  }

  EffectiveOptions with(StepOptions call) {
    if (call.equals(StepOptions.NONE)) {
      return this;
    }
    return new EffectiveOptions(
        call.retry() == null ? retry : call.retry(),
        call.timeout() == null ? timeout : Optional.of(call.timeout()),
        call.cache() == null ? cache : call.cache(),
        call.isolation() == null ? isolation : call.isolation(),
        call.listeners(),
        fingerprint,
        version,
        environment,
        call.resources(),
        call.tags());
  }

  /** Of a step whose code was replaced: only this process has it. */
  EffectiveOptions ofReplaced() {
    return new EffectiveOptions(
        retry,
        timeout,
        Caching.OFF,
        Isolation.THREAD,
        listeners,
        fingerprint,
        version,
        environment,
        resources,
        tags);
  }
}
