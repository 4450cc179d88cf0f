package dev.treadle.cli.run;

import dev.treadle.cli.output.Fields;
import dev.treadle.log.LogLine;
import java.util.Map;

/** A line of a log, and the attempt that wrote it. */
record LogEntry(String step, int attempt, LogLine line) {

  Map<String, Object> fields() {
    return new Fields()
        .with("step", step)
        .with("attempt", attempt)
        .with("at", line.at())
        .with("level", line.level())
        .with("source", line.source())
        .with("message", line.message())
        .map();
  }
}
