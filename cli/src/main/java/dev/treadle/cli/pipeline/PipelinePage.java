package dev.treadle.cli.pipeline;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.GraphFields;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.graph.InputSpec;
import dev.treadle.graph.OutputSpec;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.layout.Diagram;
import dev.treadle.graph.layout.TextWriter;
import dev.treadle.launch.PipelineDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code pipeline show} prints. */
final class PipelinePage {
  private static final int WIDEST = 160;

  private final PipelineDescription pipeline;
  private final PipelineGraph graph;
  private final RecentRuns runs;
  private final Look look;

  PipelinePage(PipelineDescription pipeline, PipelineGraph graph, RecentRuns runs, Look look) {
    this.pipeline = pipeline;
    this.graph = graph;
    this.runs = runs;
    this.look = look;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(look.line(
        Text.of(pipeline.name() + "   ", Style.BOLD),
        Text.of(pipeline.pipelineClass() + "   "
            + PipelineValidateCommand.count(graph.steps().size(), "step"))));
    lines.add(look.line(Text.of(history())));
    lines.add("");
    int width = Math.min(look.width(), WIDEST) - 2;
    TextWriter.write(Diagram.of(graph), width, look.unicode())
        .forEach(line -> lines.add("  " + Text.neutralised(line)));
    lines.add("");
    lines.addAll(steps().lines(look));
    if (!pipeline.parameters().isEmpty()) {
      lines.add("");
      lines.addAll(parameters().lines(look));
    }
    pipeline
        .warnings()
        .forEach(warning -> lines.add(look.line(
            Text.of("  ! [" + warning.code() + "] ", Style.WARNING), Text.of(warning.message()))));
    lines.add(look.line(Text.of(
        "Next: treadle run " + pipeline.name() + " · treadle pipeline graph " + pipeline.name()
            + " --as svg",
        Style.DIM)));
    return lines;
  }

  private String history() {
    return runs.last()
        .map(run -> "  runs     " + runs.count() + ", the last #" + run.number() + " "
            + GraphFields.word(run.status()) + " " + look.time(run.startedAt()).content()
            + ", success in 30 days " + runs.success(look))
        .orElse("  runs     none yet");
  }

  private TextTable steps() {
    TextTable table =
        new TextTable("  ", List.of("STEP", "METHOD", "INPUTS", "OUTPUTS", "DEFINED AT"));
    graph
        .steps()
        .forEach(step -> table.row(
            Text.of(step.name(), Style.BOLD),
            Text.of(step.method().shortText()),
            orNone(
                step.inputs().stream().map(InputSpec::parameter).collect(Collectors.joining(", "))),
            orNone(step.outputs().stream()
                .map(output -> output.name().equals(OutputSpec.RESULT)
                    ? shortType(output.type())
                    : output.name())
                .collect(Collectors.joining(", "))),
            Text.of(step.location().shortText())));
    return table;
  }

  private static Text orNone(String text) {
    return text.isEmpty() ? Text.NONE : Text.of(text);
  }

  /** {@code List<Candidate>} of {@code java.util.List<credit.Steps$Candidate>}. */
  private static String shortType(String type) {
    return type.replaceAll("[\\w.]+[.$](?=\\w)", "");
  }

  private TextTable parameters() {
    TextTable table = new TextTable("  ", List.of("PARAMETER", "TYPE", "DEFAULT", "DESCRIPTION"));
    pipeline
        .parameters()
        .forEach(parameter -> table.row(
            Text.of(parameter.name(), Style.BOLD),
            Text.of(parameter.type()),
            PipelineParamsCommand.defaultValue(parameter),
            Text.of(parameter.description())));
    return table;
  }

  static Map<String, Object> fields(StepNode step) {
    return new Fields()
        .with("name", step.name())
        .with("method", step.method().owner() + "#" + step.method().name())
        .with(
            "inputs",
            step.inputs().stream()
                .map(input -> new Fields()
                    .with("name", input.parameter())
                    .with("type", input.type())
                    .map())
                .toList())
        .with(
            "outputs",
            step.outputs().stream()
                .map(output -> new Fields()
                    .with("name", output.name())
                    .with("type", output.type())
                    .map())
                .toList())
        .with("definedAt", step.location().shortText())
        .map();
  }
}
