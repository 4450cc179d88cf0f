package dev.treadle.compile;

import dev.treadle.api.Caching;
import dev.treadle.api.FingerprintScope;
import dev.treadle.api.Resources;
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
 * @param retries how often a failed attempt is tried again
 * @param timeout the longest that one attempt may take; empty for no limit
 * @param version part of the cache key, empty when none was given
 * @param environment names of environment variables whose values enter the cache key
 */
public record EffectiveOptions(
    int retries,
    Optional<Duration> timeout,
    Caching cache,
    FingerprintScope fingerprint,
    String version,
    List<String> environment,
    Resources resources,
    Map<String, String> tags) {
  public EffectiveOptions {
    environment = List.copyOf(environment);
    tags = Map.copyOf(tags);
  }

  static EffectiveOptions of(Step step) {
    return new EffectiveOptions(
        step.retries(),
        TimeoutText.parse(step.timeout()),
        step.cache(),
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
        call.retries() == null ? retries : call.retries(),
        call.timeout() == null ? timeout : Optional.of(call.timeout()),
        call.cache() == null ? cache : call.cache(),
        fingerprint,
        version,
        environment,
        call.resources(),
        call.tags());
  }

  EffectiveOptions withoutCache() {
    return new EffectiveOptions(
        retries, timeout, Caching.OFF, fingerprint, version, environment, resources, tags);
  }
}
