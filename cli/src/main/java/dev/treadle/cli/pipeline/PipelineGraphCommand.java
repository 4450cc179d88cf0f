package dev.treadle.cli.pipeline;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.launch.PipelineDescriptions;
import dev.treadle.cli.output.GraphFields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.graph.layout.DotWriter;
import dev.treadle.graph.layout.MermaidWriter;
import dev.treadle.graph.layout.SvgWriter;
import dev.treadle.graph.layout.TextWriter;
import dev.treadle.launch.PipelineDescription;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "graph",
    header = "Draw a pipeline, as it is defined or as it was in a run.",
    description = {
      "With --run nothing is compiled: the run's own graph is drawn, with the status of its steps.",
      "Where text is too wide for the screen, steps are listed with the arrows that leave them."
    },
    footer = {
      "",
      "Examples:",
      "  treadle pipeline graph penguins",
      "  treadle pipeline graph penguins --as svg > penguins.svg",
      "  treadle pipeline graph --run @latest:failed"
    })
final class PipelineGraphCommand implements Callable<Integer> {
  private static final int WIDEST = 160;

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "credit-risk, or a class name")
  @Nullable
  String pipeline;

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "text (default), svg, dot, mermaid or json")
  @Nullable
  Form form;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "the graph of a run: 42, @latest, @-1, …")
  @Nullable
  String run;

  @Mixin
  Values values = new Values();

  @Mixin
  Places places = new Places();

  /** The values of {@code --as}. */
  enum Form {
    TEXT,
    SVG,
    DOT,
    MERMAID,
    JSON
  }

  PipelineGraphCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (run != null) {
      drawRun(run);
    } else if (pipeline != null) {
      PipelineDescriptions descriptions = values.descriptions(session);
      PipelineDescription described =
          descriptions.of(List.of(places.find(session, pipeline))).get(0);
      if (described.error() != null) {
        throw descriptions.failed(described.error());
      }
      PipelineGraph graph = GraphJson.read(Objects.requireNonNull(described.graph()));
      print(graph, Diagram.of(graph), null);
    } else {
      throw new TreadleException(
          CliProblem.USAGE, "Name a pipeline, or a run with --run\nsee: treadle pipeline list");
    }
    return 0;
  }

  private void drawRun(String reference) {
    try (ProjectStore store = session.store()) {
      PipelineRun found = new RunReferences(store.queries()).resolve(reference);
      if (pipeline != null && !pipeline.equals(found.pipeline())) {
        throw new TreadleException(
            CliProblem.USAGE,
            "Run " + found.number() + " is of the pipeline '" + found.pipeline() + "', not of '"
                + pipeline + "'\nfix: leave the name out");
      }
      PipelineGraph graph = GraphJson.read(store.queries().snapshot(found.id()));
      print(graph, Diagram.of(graph, store.queries().steps(found.id())), found.number());
    }
  }

  private void print(PipelineGraph graph, Diagram diagram, @Nullable Long number) {
    Sink sink = session.out().sink();
    switch (form == null && session.format().isDocument()
        ? Form.JSON
        : form == null ? Form.TEXT : form) {
      case TEXT -> {
        Look look = session.out().look();
        TextWriter.write(diagram, Math.min(look.width(), WIDEST), look.unicode())
            .forEach(line -> sink.line(Text.neutralised(line)));
      }
      case SVG -> sink.print(SvgWriter.write(diagram));
      case DOT -> sink.print(DotWriter.write(diagram));
      case MERMAID -> sink.print(MermaidWriter.write(diagram));
      case JSON -> {
        var fields = GraphFields.of(graph, diagram, number);
        switch (session.format()) {
          case NDJSON -> sink.line(Json.line("PipelineGraph", fields));
          case YAML -> session.out().document("PipelineGraph", fields);
          case TABLE, WIDE, JSON, TSV, NAME -> sink.line(Json.document("PipelineGraph", fields));
        }
      }
    }
  }
}
