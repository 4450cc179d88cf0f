package dev.treadle.cli.config;

import dev.treadle.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "config",
    header = "Look at settings, and change them.",
    description = {
      "An option wins over a TREADLE_ variable, this over treadle.yaml (searched upwards), this",
      "over the user's own file, this over the default."
    })
public final class ConfigCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private ConfigCommand() {}

  /** The command with its verbs. */
  public static CommandLine create(Session session) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new ConfigListCommand(session))
        .addSubcommand(new ConfigShowCommand(session))
        .addSubcommand(new CommandLine(new ConfigSetCommand(session))
            .setUnmatchedOptionsArePositionalParams(true))
        .addSubcommand(new ConfigExplainCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with settings: " + String.join(", ", spec.subcommands().keySet()));
  }
}
