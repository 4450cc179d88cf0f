package dev.treadle.cli.curation;

import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "metadata",
    header = "Look at what is recorded of runs, steps and artifacts, and add to it.",
    description = {
      "A run is named 42 or @latest, a step run:42/train, an artifact as ever. What a run",
      "recorded by itself stays as it was recorded."
    })
public final class MetadataCommand implements Runnable {
  private static final List<String> VERBS = List.of("show", "set", "unset");

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private MetadataCommand() {}

  /** The command with those of its verbs that are needed. */
  public static CommandLine create(Session session, NeededCommands needed) {
    if (needed.executesHere(VERBS)) {
      session.openStoreAhead();
    }
    return needed.command(new MetadataCommand(), VERBS, (verb, below) -> verb(verb, session));
  }

  private static Object verb(String name, Session session) {
    return switch (name) {
      case "show" -> new MetadataShowCommand(session);
      case "set" -> new MetadataSetCommand(session);
      case "unset" -> new MetadataUnsetCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with metadata: " + String.join(", ", spec.subcommands().keySet()));
  }
}
