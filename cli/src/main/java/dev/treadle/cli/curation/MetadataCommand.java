package dev.treadle.cli.curation;

import dev.treadle.cli.session.Session;
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
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private MetadataCommand() {}

  /** The command with its verbs. */
  public static CommandLine create(Session session) {
    return new CommandLine(new MetadataCommand())
        .addSubcommand(new MetadataShowCommand(session))
        .addSubcommand(new MetadataSetCommand(session))
        .addSubcommand(new MetadataUnsetCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with metadata: " + String.join(", ", spec.subcommands().keySet()));
  }
}
