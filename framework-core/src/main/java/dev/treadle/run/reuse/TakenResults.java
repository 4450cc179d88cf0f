package dev.treadle.run.reuse;

import dev.treadle.metadata.CacheEntry;
import dev.treadle.run.value.ValueStore;
import java.io.UncheckedIOException;
import java.util.List;

/** Results that a run takes from other runs. */
final class TakenResults {
  private TakenResults() {}

  /** What is there of a result stays until the run has ended. */
  static void rely(CacheEntry result, ValueStore values) {
    result.outputs().forEach(output -> values.rely(output.content()));
  }

  /** What is missing or damaged of a result, which is relied on before: what is whole then stays so. */
  static List<String> problems(CacheEntry result, ValueStore values) {
    try {
      rely(result, values);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return List.of("not known what it consists of: " + e.getMessage());
    }
    return result.outputs().stream()
        .flatMap(output -> values.problems(output.version().label(), output.content()).stream())
        .toList();
  }
}
