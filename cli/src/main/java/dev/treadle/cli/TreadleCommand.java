package dev.treadle.cli;

import dev.treadle.cli.artifact.ArtifactCommand;
import dev.treadle.cli.completion.CompletionCommand;
import dev.treadle.cli.config.ConfigCommand;
import dev.treadle.cli.curation.MetadataCommand;
import dev.treadle.cli.doctor.DoctorCommand;
import dev.treadle.cli.help.DocsCommand;
import dev.treadle.cli.help.HelpCommand;
import dev.treadle.cli.init.InitCommand;
import dev.treadle.cli.pipeline.PipelineCommand;
import dev.treadle.cli.run.RunCommand;
import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
    name = "treadle",
    header = "Pipelines with lineage for the JVM.",
    footer = {
      "",
      "Examples:",
      "  treadle init demo --template penguins",
      "  treadle run penguins -p epochs=40",
      "  treadle run list",
      "  treadle artifact lineage report",
      "",
      "More: treadle help references, filters, exit-codes"
    })
final class TreadleCommand implements Runnable {
  private static final List<String> NAMES = List.of(
      "init",
      "run",
      "pipeline",
      "artifact",
      "metadata",
      "config",
      "completion",
      "doctor",
      "docs",
      "help",
      "version");

  @Mixin
  final Object options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "print this help")
  boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private TreadleCommand(Session session) {
    this.options = session.options();
  }

  /** All of it. */
  static CommandLine create(Session session) {
    return create(session, NeededCommands.all());
  }

  /** As much of it as is needed. */
  static CommandLine create(Session session, NeededCommands needed) {
    return needed
        .command(new TreadleCommand(session), NAMES, (name, below) -> command(name, session, below))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false);
  }

  private static Object command(String name, Session session, NeededCommands below) {
    return switch (name) {
      case "init" -> new InitCommand(session);
      case "run" -> RunCommand.create(session, below);
      case "pipeline" -> PipelineCommand.create(session, below);
      case "artifact" -> ArtifactCommand.create(session, below);
      case "metadata" -> MetadataCommand.create(session, below);
      case "config" -> ConfigCommand.create(session, below);
      case "completion" -> new CompletionCommand(session);
      case "doctor" -> new DoctorCommand(session);
      case "docs" -> new DocsCommand(session);
      case "help" -> new HelpCommand(session);
      case "version" -> new VersionCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
