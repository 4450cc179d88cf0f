package dev.treadle.cache;

import java.util.Map;

/**
 * The key of one step run, with the names that people know its parts by.
 *
 * @param run as it is shown, such as {@code run #41}
 * @param inputLabels the artifact versions of its inputs by parameter name, such as {@code credit-model@7}; may lack some
 */
public record StepKey(String run, CacheKey key, Map<String, String> inputLabels) {
  public StepKey {
    inputLabels = Map.copyOf(inputLabels);
  }
}
