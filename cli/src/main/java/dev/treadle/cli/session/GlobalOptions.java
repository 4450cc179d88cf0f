package dev.treadle.cli.session;

import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.terminal.ColourMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
public final class GlobalOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "table (default), wide, json, yaml, ndjson, tsv or name")
  @Nullable
  OutputFormat output;

  @Option(
      names = "--fields",
      paramLabel = "A,B",
      split = ",",
      scope = ScopeType.INHERIT,
      description = "columns of a table, or fields of JSON and YAML")
  List<String> fields = List.of();

  @Option(
      names = "--no-headers",
      scope = ScopeType.INHERIT,
      description = "leave out a table's header")
  boolean noHeaders;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "say less on standard error")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "say more on standard error; twice for still more")
  boolean[] verbose = {};

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print stack traces")
  boolean debug;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto (default), always or never")
  @Nullable
  ColourMode colour;

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "answer every confirmation with yes")
  boolean yes;

  @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "never ask")
  boolean noInput;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "where the project is; default: here")
  @Nullable
  Path project;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "where metadata and artifacts are; default: .treadle beside treadle.yaml")
  @Nullable
  Path store;
}
