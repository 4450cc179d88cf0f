package dev.treadle.cli.config;

import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import java.util.List;
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
  private static final List<String> VERBS = List.of("list", "show", "set", "explain");

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private ConfigCommand() {}

  /** The command with those of its verbs that are needed. */
  public static CommandLine create(Session session, NeededCommands needed) {
    return needed.command(new ConfigCommand(), VERBS, (verb, below) -> verb(verb, session));
  }

  private static Object verb(String name, Session session) {
    return switch (name) {
      case "list" -> new ConfigListCommand(session);
      case "show" -> new ConfigShowCommand(session);
      case "set" ->
        new CommandLine(new ConfigSetCommand(session)).setUnmatchedOptionsArePositionalParams(true);
      case "explain" -> new ConfigExplainCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with settings: " + String.join(", ", spec.subcommands().keySet()));
  }
}
