package dev.treadle.cli.pipeline;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Output;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.PipelineDescription;
import dev.treadle.launch.PipelineDescription.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    header = "Compile pipelines without running them.",
    description =
        "Prints all problems of each pipeline, and warnings. Exit code 4 when there is a problem.",
    footer = {
      "",
      "Examples:",
      "  treadle pipeline validate",
      "  treadle pipeline validate penguins -p epochs=0"
    })
final class PipelineValidateCommand implements Callable<Integer> {
  private static final int PROBLEMS = 4;

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "one pipeline only; default: all")
  @Nullable
  String pipeline;

  @Mixin
  Values values = new Values();

  @Mixin
  Places places = new Places();

  PipelineValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<LaunchTarget> targets =
        pipeline == null ? places.all(session) : List.of(places.find(session, pipeline));
    if (targets.isEmpty()) {
      throw new TreadleException(
          CoreProblem.RUN_NO_PIPELINE, "There is no pipeline in this project");
    }
    List<PipelineDescription> described = values.descriptions(session).of(targets);
    print(described);
    return described.stream().noneMatch(each -> Boolean.FALSE.equals(valid(each))) ? 0 : PROBLEMS;
  }

  /** Whether there is no problem; null when that is not known, as parameters are needed that nobody was asked to give. */
  private @Nullable Boolean valid(PipelineDescription described) {
    return pipeline == null
        ? validWithoutParameters(described)
        : Boolean.valueOf(described.problems().isEmpty());
  }

  /** Whether there is no problem; null when parameters are needed to know. */
  static @Nullable Boolean validWithoutParameters(PipelineDescription described) {
    LaunchError error = described.error();
    if (error != null && error.code().equals(CoreProblem.PARAM_INVALID.code())) {
      return null;
    }
    return described.problems().isEmpty();
  }

  private void print(List<PipelineDescription> described) {
    Output out = session.out();
    switch (out.format()) {
      case TABLE, WIDE, TSV ->
        described.forEach(each -> lines(each, out.look()).forEach(out.sink()::line));
      case NAME ->
        described.stream()
            .filter(each -> Boolean.FALSE.equals(valid(each)))
            .forEach(each -> out.sink().line(Text.neutralised(each.name())));
      case NDJSON ->
        described.forEach(each -> out.sink().line(Json.line("PipelineValidation", fields(each))));
      case JSON, YAML ->
        out.document(
            "PipelineValidationList",
            new Fields()
                .with("items", described.stream().map(this::fields).toList())
                .with("next", null)
                .map());
    }
  }

  private List<String> lines(PipelineDescription described, Look look) {
    Boolean valid = valid(described);
    List<String> lines = new ArrayList<>();
    String result = valid == null
        ? "not checked: it needs parameters"
        : valid ? steps(described) : count(described.problems().size(), "problem");
    lines.add(look.line(
        look.glyph(valid == null ? Glyph.NONE : valid ? Glyph.DONE : Glyph.FAILED),
        Text.of(" " + described.name() + "   ", Style.BOLD),
        Text.of(result)));
    int number = 1;
    for (Finding problem : described.problems()) {
      lines.addAll(finding(number++ + ") ", problem, look, Style.BAD));
    }
    for (Finding warning : described.warnings()) {
      lines.addAll(finding("! ", warning, look, Style.WARNING));
    }
    return lines;
  }

  private static List<String> finding(String head, Finding finding, Look look, Style style) {
    List<String> lines = new ArrayList<>();
    List<String> message = finding.message().lines().toList();
    lines.add(look.line(
        Text.of("  " + head),
        Text.of("[" + finding.code() + "] ", style),
        Text.of(message.isEmpty() ? "" : message.get(0))));
    message.stream().skip(1).forEach(line -> lines.add(look.line(Text.of("     " + line))));
    finding.places().forEach(place -> lines.add(look.line(Text.of("     " + place))));
    finding
        .fix()
        .lines()
        .forEach(line -> lines.add(look.line(
            Text.of((finding.fix().startsWith(line) ? "     fix: " : "          ") + line))));
    return lines;
  }

  private static String steps(PipelineDescription pipeline) {
    return pipeline.graph() == null
        ? ""
        : count(GraphJson.read(pipeline.graph()).steps().size(), "step");
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private Map<String, Object> fields(PipelineDescription described) {
    return new Fields()
        .with("pipeline", described.name())
        .with("class", described.pipelineClass())
        .with("valid", valid(described))
        .with(
            "problems",
            described.problems().stream()
                .map(PipelineValidateCommand::findingFields)
                .toList())
        .with(
            "warnings",
            described.warnings().stream()
                .map(PipelineValidateCommand::findingFields)
                .toList())
        .map();
  }

  static Map<String, Object> findingFields(Finding finding) {
    return new Fields()
        .with("code", finding.code())
        .with("message", finding.message())
        .with("places", finding.places())
        .with("fix", Json.orNull(finding.fix()))
        .map();
  }
}
