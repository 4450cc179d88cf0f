package dev.treadle.cli.artifact;

import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import java.util.List;
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
  private static final List<String> VERBS = List.of(
      "list", "show", "cat", "lineage", "diff", "verify", "preview", "export", "import", "tag",
      "untag", "alias", "unalias", "du", "prune");

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private ArtifactCommand() {}

  /** The command with those of its verbs that are needed. */
  public static CommandLine create(Session session, NeededCommands needed) {
    if (needed.executesHere(VERBS)) {
      session.openStoreAhead();
    }
    return needed.command(new ArtifactCommand(), VERBS, (verb, below) -> verb(verb, session));
  }

  private static Object verb(String name, Session session) {
    return switch (name) {
      case "list" -> new ArtifactListCommand(session);
      case "show" -> new ArtifactShowCommand(session);
      case "cat" -> new ArtifactCatCommand(session);
      case "lineage" -> new ArtifactLineageCommand(session);
      case "diff" -> new ArtifactDiffCommand(session);
      case "verify" -> new ArtifactVerifyCommand(session);
      case "preview" -> new ArtifactPreviewCommand(session);
      case "export" -> new ArtifactExportCommand(session);
      case "import" -> new ArtifactImportCommand(session);
      case "tag" -> new ArtifactTagCommand(session);
      case "untag" -> new ArtifactUntagCommand(session);
      case "alias" -> new ArtifactAliasCommand(session);
      case "unalias" -> new ArtifactUnaliasCommand(session);
      case "du" -> new ArtifactDuCommand(session);
      case "prune" -> new ArtifactPruneCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with artifacts: " + String.join(", ", spec.subcommands().keySet()));
  }
}
