package dev.treadle.cli.pipeline;

import dev.treadle.cli.launch.PipelineDescriptions;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.launch.PipelineDescription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    header = "Show a pipeline: its graph, steps and parameters, and how it fared.",
    footer = {"", "Examples:", "  treadle pipeline show penguins"})
final class PipelineShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "PIPELINE", description = "credit-risk, or a class name")
  String pipeline = "";

  @Mixin
  Values values = new Values();

  @Mixin
  Places places = new Places();

  PipelineShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PipelineDescriptions descriptions = values.descriptions(session);
    PipelineDescription described =
        descriptions.of(List.of(places.find(session, pipeline))).get(0);
    if (described.error() != null) {
      throw descriptions.failed(described.error());
    }
    PipelineGraph graph = GraphJson.read(Objects.requireNonNull(described.graph()));
    RecentRuns runs = RecentRuns.of(session, List.of(described.name())).get(0);
    session
        .out()
        .document(
            "Pipeline",
            fields(described, graph, runs),
            described.name(),
            look -> new PipelinePage(described, graph, runs, look).lines());
    return 0;
  }

  private static Map<String, Object> fields(
      PipelineDescription described, PipelineGraph graph, RecentRuns runs) {
    return new Fields()
        .with("name", described.name())
        .with("class", described.pipelineClass())
        .with("steps", graph.steps().stream().map(PipelinePage::fields).toList())
        .with(
            "parameters",
            described.parameters().stream().map(PipelineParamsCommand::fields).toList())
        .with(
            "warnings",
            described.warnings().stream()
                .map(PipelineValidateCommand::findingFields)
                .toList())
        .with("runs", runs.count())
        .with("lastRun", runs.lastFields())
        .with("successPercent30d", runs.successPercent())
        .map();
  }
}
