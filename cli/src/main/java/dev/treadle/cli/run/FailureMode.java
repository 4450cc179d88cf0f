package dev.treadle.cli.run;

import dev.treadle.launch.OnFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of the other steps when one has failed; one of these or neither. */
final class FailureMode {
  @Option(names = "--fail-fast", description = "when a step fails, cancel those that run")
  boolean failFast;

  @Option(
      names = "--keep-going",
      description = "when a step fails, go on with all that do not need it")
  boolean keepGoing;

  static @Nullable OnFailure of(@Nullable FailureMode mode) {
    if (mode == null) {
      return null;
    }
    return mode.failFast ? OnFailure.FAIL_FAST : OnFailure.KEEP_GOING;
  }
}
