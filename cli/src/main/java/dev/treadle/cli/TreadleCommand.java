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
import dev.treadle.cli.session.Session;
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

  static CommandLine create(Session session) {
    return new CommandLine(new TreadleCommand(session))
        .addSubcommand(new InitCommand(session, Version.current()))
        .addSubcommand(RunCommand.create(session))
        .addSubcommand(PipelineCommand.create(session))
        .addSubcommand(ArtifactCommand.create(session))
        .addSubcommand(MetadataCommand.create(session))
        .addSubcommand(ConfigCommand.create(session))
        .addSubcommand(new CompletionCommand(session))
        .addSubcommand(new DoctorCommand(session, Version.current()))
        .addSubcommand(new DocsCommand(session))
        .addSubcommand(new HelpCommand(session))
        .addSubcommand(new VersionCommand(session))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
