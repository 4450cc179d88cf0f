package dev.treadle.cli.artifact;

import dev.treadle.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "artifact",
    header = "Look at what steps made, and keep it in order.",
    description = {
      "An artifact is named name (its newest version), name@7, name@alias,",
      "run:42/train/model or sha256:ab12cd34 (8 digits or more); any unambiguous tail of its",
      "name will do."
    })
public final class ArtifactCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private ArtifactCommand() {}

  /** The command with its verbs. */
  public static CommandLine create(Session session) {
    return new CommandLine(new ArtifactCommand())
        .addSubcommand(new ArtifactListCommand(session))
        .addSubcommand(new ArtifactShowCommand(session))
        .addSubcommand(new ArtifactCatCommand(session))
        .addSubcommand(new ArtifactLineageCommand(session))
        .addSubcommand(new ArtifactDiffCommand(session))
        .addSubcommand(new ArtifactVerifyCommand(session))
        .addSubcommand(new ArtifactPreviewCommand(session))
        .addSubcommand(new ArtifactExportCommand(session))
        .addSubcommand(new ArtifactImportCommand(session))
        .addSubcommand(new ArtifactTagCommand(session))
        .addSubcommand(new ArtifactUntagCommand(session))
        .addSubcommand(new ArtifactAliasCommand(session))
        .addSubcommand(new ArtifactUnaliasCommand(session))
        .addSubcommand(new ArtifactDuCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with artifacts: " + String.join(", ", spec.subcommands().keySet()));
  }
}
