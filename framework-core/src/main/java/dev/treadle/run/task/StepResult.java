package dev.treadle.run.task;

import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.compile.CompiledStep;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.run.value.Produced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a step ended, for those who wait for it.
 *
 * @param outputs by output name in the order of the record; empty unless the status has outputs
 */
public record StepResult(StepStatus status, Map<String, Produced> outputs) {
  public StepResult {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  public static StepResult without(StepStatus status) {
    return new StepResult(status, Map.of());
  }

  /** That of a step for which a stored result is used. */
  public static StepResult cached(CompiledStep step, CacheEntry hit) {
    return stored(StepStatus.CACHED, step, hit.outputs());
  }

  /** That of a step whose outputs are stored. */
  public static StepResult stored(
      StepStatus status, CompiledStep step, List<CacheEntry.CachedOutput> outputs) {
    Map<String, Produced> produced = new LinkedHashMap<>();
    for (CompiledOutput output : step.outputs()) {
      for (CacheEntry.CachedOutput stored : outputs) {
        if (stored.output().equals(output.name())) {
          produced.put(
              output.name(),
              new Produced(
                  stored.version().id(),
                  stored.version().artifact(),
                  stored.content(),
                  output.type(),
                  output.materializer(),
                  null));
        }
      }
    }
    return new StepResult(status, produced);
  }
}
