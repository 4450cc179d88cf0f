package dev.treadle.cli.pipeline;

import dev.treadle.cli.run.RunCommand;
import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import java.util.List;
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
  private static final List<String> VERBS =
      List.of("list", "show", "graph", "validate", "params", "run");

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private PipelineCommand() {}

  /** The command with those of its verbs that are needed. */
  public static CommandLine create(Session session, NeededCommands needed) {
    return needed.command(new PipelineCommand(), VERBS, (verb, below) -> verb(verb, session));
  }

  private static Object verb(String name, Session session) {
    return switch (name) {
      case "list" -> new PipelineListCommand(session);
      case "show" -> new PipelineShowCommand(session);
      case "graph" -> new PipelineGraphCommand(session);
      case "validate" -> new PipelineValidateCommand(session);
      case "params" -> new PipelineParamsCommand(session);
      case "run" -> RunCommand.withoutVerbs(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with pipelines: " + String.join(", ", spec.subcommands().keySet()));
  }
}
