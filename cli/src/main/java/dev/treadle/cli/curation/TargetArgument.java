package dev.treadle.cli.curation;

import dev.treadle.cli.store.ProjectStore;
import picocli.CommandLine.Parameters;

/** The run, step or artifact that a command is about. */
final class TargetArgument {
  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "42, @latest, run:42/train, model@7, …")
  String reference = "";

  /**
   * What is meant.
   *
   * @throws dev.treadle.error.TreadleException when there is no such thing, or several
   */
  Target in(ProjectStore store) {
    return Target.ofAny(store.queries(), reference);
  }
}
