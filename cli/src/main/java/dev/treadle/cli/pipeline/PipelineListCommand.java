package dev.treadle.cli.pipeline;

import dev.treadle.cli.launch.PipelineDescriptions;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.GraphFields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.graph.GraphJson;
import dev.treadle.launch.PipelineDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    header = "List the pipelines of the project, and how they fared.",
    footer = {
      "",
      "Examples:",
      "  treadle pipeline list",
      "  treadle pipeline list --jar app.jar -o name"
    })
final class PipelineListCommand implements Callable<Integer> {
  private static final Listing<Row> PIPELINES = new Listing<>(
      "Pipeline",
      List.of(
          new Column<>("PIPELINE", (row, look) -> Text.of(row.pipeline().name(), Style.BOLD)),
          new Column<>("STEPS", (row, look) -> steps(row)),
          new Column<>("RUNS", (row, look) -> Text.of(row.runs().count())),
          new Column<>("LAST", (row, look) -> last(row.runs(), look)),
          new Column<>("SUCCESS (30 d)", (row, look) -> Text.of(row.runs().success(look))),
          new Column<>("DEFINED IN", (row, look) -> Text.of(row.pipeline().pipelineClass()))),
      row -> row.pipeline().name(),
      PipelineListCommand::fields);

  private final Session session;

  @Mixin
  Places places = new Places();

  PipelineListCommand(Session session) {
    this.session = session;
  }

  /**
   * A pipeline with its runs.
   *
   * @param steps null when the pipeline cannot be compiled without parameters
   */
  private record Row(PipelineDescription pipeline, @Nullable Integer steps, RecentRuns runs) {}

  @Override
  public Integer call() {
    List<PipelineDescription> described =
        new PipelineDescriptions(session, Map.of(), null).of(places.all(session));
    session.words().pipelines(described.stream().map(PipelineDescription::name).toList());
    List<RecentRuns> runs =
        RecentRuns.of(session, described.stream().map(PipelineDescription::name).toList());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      String graph = described.get(i).graph();
      rows.add(new Row(
          described.get(i),
          graph == null ? null : GraphJson.read(graph).steps().size(),
          runs.get(i)));
    }
    session.out().list(PIPELINES, rows, null);
    return 0;
  }

  /** Whether parameters are missing or the definition is wrong, validate tells. */
  private static Text steps(Row row) {
    return row.steps() == null ? Text.NONE : Text.of(row.steps());
  }

  private static Text last(RecentRuns runs, Look look) {
    return runs.last()
        .map(run -> {
          Text time = look.time(run.startedAt());
          Glyph glyph = Glyph.of(run.status());
          return look.interactive()
              ? Text.of(look.glyph(glyph).content() + " " + time.content(), glyph.style())
              : Text.of(GraphFields.word(run.status()) + " " + time.content());
        })
        .orElse(Text.NONE);
  }

  private static Map<String, Object> fields(Row row) {
    return new Fields()
        .with("name", row.pipeline().name())
        .with("class", row.pipeline().pipelineClass())
        .with("steps", row.steps())
        .with("valid", PipelineValidateCommand.validWithoutParameters(row.pipeline()))
        .with("runs", row.runs().count())
        .with("lastRun", row.runs().lastFields())
        .with("successPercent30d", row.runs().successPercent())
        .map();
  }
}
