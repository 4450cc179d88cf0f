package dev.treadle.cli.run;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.TimeoutText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a run may take. */
final class RunTimeout {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "90s, 5m, 2h: what takes longer fails; wins over the pipeline's")
  @Nullable
  String timeout;

  /**
   * Null when none is given.
   *
   * @throws TreadleException CLI-800 when it is no time
   */
  @Nullable
  Long millis() {
    return timeout == null ? null : parse(timeout).toMillis();
  }

  /**
   * Reads the value of a {@code --timeout}.
   *
   * @throws TreadleException CLI-800 when it is no time
   */
  static Duration parse(String text) {
    return TimeoutText.parse(text)
        .orElseThrow(() -> new TreadleException(
            CliProblem.USAGE, "--timeout is '" + text + "', give a time such as 90s, 5m, 2h"));
  }
}
