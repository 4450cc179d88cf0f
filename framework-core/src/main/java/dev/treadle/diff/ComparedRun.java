package dev.treadle.diff;

import dev.treadle.api.run.PipelineRun;
import java.util.Locale;

/** A run that is compared. */
public record ComparedRun(long number, String pipeline, String status) {

  static ComparedRun of(PipelineRun run) {
    return new ComparedRun(
        run.number(),
        run.pipeline(),
        run.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
