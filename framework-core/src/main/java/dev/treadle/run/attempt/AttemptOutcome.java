package dev.treadle.run.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param outputs what was stored, in the order of the step's outputs; empty when it failed
 * @param thrown why it failed, null when it completed
 */
public record AttemptOutcome(
    List<StoredOutput> outputs, @Nullable Throwable thrown) {

  static AttemptOutcome completed(List<StoredOutput> outputs) {
    return new AttemptOutcome(List.copyOf(outputs), null);
  }

  static AttemptOutcome failed(Throwable thrown) {
    return new AttemptOutcome(List.of(), thrown);
  }
}
