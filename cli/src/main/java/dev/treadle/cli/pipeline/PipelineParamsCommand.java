package dev.treadle.cli.pipeline;

import dev.treadle.cli.launch.PipelineDescriptions;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.launch.PipelineDescription;
import dev.treadle.launch.PipelineDescription.Parameter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "params",
    header = "List the parameters of a pipeline.",
    footer = {
      "",
      "Examples:",
      "  treadle pipeline params penguins",
      "  treadle run penguins -p epochs=40"
    })
final class PipelineParamsCommand implements Callable<Integer> {
  static final Listing<Parameter> PARAMETERS = new Listing<>(
      "Parameter",
      List.of(
          new Column<>("NAME", (parameter, look) -> Text.of(parameter.name(), Style.BOLD)),
          new Column<>("TYPE", (parameter, look) -> Text.of(parameter.type())),
          new Column<>("DEFAULT", (parameter, look) -> defaultValue(parameter)),
          new Column<>("DESCRIPTION", (parameter, look) -> Text.of(parameter.description()))),
      Parameter::name,
      PipelineParamsCommand::fields);

  private final Session session;

  @Parameters(index = "0", paramLabel = "PIPELINE", description = "credit-risk, or a class name")
  String pipeline = "";

  @Mixin
  Places places = new Places();

  PipelineParamsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PipelineDescriptions descriptions = new PipelineDescriptions(session, Map.of(), null);
    PipelineDescription described =
        descriptions.of(List.of(places.find(session, pipeline))).get(0);
    // Parameters that are missing are what one looks here for; a pipeline that cannot be made has
    // none to show.
    if (described.error() != null && described.parameters().isEmpty()) {
      throw descriptions.failed(described.error());
    }
    session.out().list(PARAMETERS, described.parameters(), null);
    return 0;
  }

  static Text defaultValue(Parameter parameter) {
    return parameter.defaultValue() == null
        ? Text.of(parameter.required() ? "required" : "–", Style.DIM)
        : Text.of(parameter.defaultValue());
  }

  static Map<String, Object> fields(Parameter parameter) {
    return new Fields()
        .with("name", parameter.name())
        .with("type", parameter.type())
        .with("default", parameter.defaultValue())
        .with("required", parameter.required())
        .with("description", parameter.description())
        .map();
  }
}
