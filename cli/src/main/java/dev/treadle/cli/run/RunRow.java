package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run in a list, with its metrics. */
record RunRow(PipelineRun run, Map<String, Double> metrics) {
  RunRow {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
