package dev.treadle.cli.pipeline;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.launch.PipelineDescriptions;
import dev.treadle.cli.session.Session;
import dev.treadle.error.TreadleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that give parameters, as a graph may depend on them. */
final class Values {
  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "a parameter; wins over --params")
  Map<String, String> params = new LinkedHashMap<>();

  @Option(names = "--params", paramLabel = "FILE", description = "parameters as YAML or JSON")
  @Nullable
  Path file;

  /** Descriptions of pipelines with these parameters. */
  PipelineDescriptions descriptions(Session session) {
    Path path = file == null ? null : session.directory().resolve(file);
    if (path != null && !Files.isRegularFile(path)) {
      throw new TreadleException(CliProblem.USAGE, "There is no file " + path + " (--params)");
    }
    return new PipelineDescriptions(session, params, path);
  }
}
