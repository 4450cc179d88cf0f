package dev.treadle.cli.pipeline;

import dev.treadle.cli.run.RunCommand;
import dev.treadle.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "pipeline",
    header = "Look at the pipelines of the project.",
    description = {
      "Pipelines are compiled by the project's own Treadle, as for a run; nothing runs.",
      "A pipeline is named by its class: credit-risk, or the full class name."
    })
public final class PipelineCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private PipelineCommand() {}

  /** The command with its verbs. */
  public static CommandLine create(Session session) {
    return new CommandLine(new PipelineCommand())
        .addSubcommand(new PipelineListCommand(session))
        .addSubcommand(new PipelineShowCommand(session))
        .addSubcommand(new PipelineGraphCommand(session))
        .addSubcommand(new PipelineValidateCommand(session))
        .addSubcommand(new PipelineParamsCommand(session))
        .addSubcommand(RunCommand.withoutVerbs(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with pipelines: " + String.join(", ", spec.subcommands().keySet()));
  }
}
