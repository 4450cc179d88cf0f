package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunArgument {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "42, @latest, @-1, @latest:failed, @latest:PIPELINE")
  String reference = "";

  /**
   * The run that is meant.
   *
   * @throws dev.treadle.error.TreadleException when there is none
   */
  PipelineRun in(ProjectStore store) {
    return new RunReferences(store.queries()).resolve(reference);
  }
}
