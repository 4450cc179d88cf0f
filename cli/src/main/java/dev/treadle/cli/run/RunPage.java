package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.curation.TagText;
import dev.treadle.cli.output.FactText;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.metadata.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What {@code run show} prints of a run. */
final class RunPage {
  private static final int MOST_FAILURES = 3;

  private final PipelineRun run;
  private final List<StepRun> steps;
  private final StepLinks links;
  private final String metrics;
  private final Set<String> changed;
  private final List<Fact> facts;
  private final Look look;

  /**
   * @param changed the parameters that are not at their defaults
   * @param facts what somebody said of the run
   */
  RunPage(
      PipelineRun run,
      List<StepRun> steps,
      StepLinks links,
      String metrics,
      Set<String> changed,
      List<Fact> facts,
      Look look) {
    this.run = run;
    this.steps = steps;
    this.links = links;
    this.metrics = metrics;
    this.changed = Set.copyOf(changed);
    this.facts = List.copyOf(facts);
    this.look = look;
  }

  List<String> lines() {
    Page page = new Page(look);
    Long took = RunListing.millis(run.startedAt(), run.endedAt());
    page.text(
        Text.of(run.pipeline() + " #" + run.number() + "   ", Style.BOLD),
        look.status(run.status()),
        Text.of((took == null ? "" : " after " + Quantity.took(took)) + "   started "),
        look.time(run.startedAt()),
        Text.of(" by " + run.user() + " on " + run.host()));
    page.fact("stack", run.stack() + "   seed " + run.seed());
    if (!run.selection().coversAll()) {
      page.fact("partial", RunListing.selection(run).content());
    }
    page.fact("params", ParamsText.of(run.paramsJson(), changed));
    page.fact("tags", TagText.of(run.tags()));
    page.fact("note", run.note() == null ? "" : run.note());
    page.fact("meta", FactText.of(facts));
    page.fact("metrics", metrics);
    page.table(table());
    List<StepRun> failed = steps.stream().filter(step -> step.failure() != null).toList();
    failed.stream()
        .limit(look.interactive() ? MOST_FAILURES : failed.size())
        .forEach(
            step -> FailureText.print(step.label(), Objects.requireNonNull(step.failure()), page));
    if (run.error() != null && failed.isEmpty()) {
      page.fact("cause", run.error());
    }
    return page.lines();
  }

  private TextTable table() {
    boolean retried = !look.interactive() || steps.stream().anyMatch(step -> step.attempts() > 1);
    List<String> header = new ArrayList<>(List.of("STEP", "STATUS", "TOOK"));
    if (retried) {
      header.add("ATTEMPTS");
    }
    int outputs = header.size();
    header.addAll(List.of("OUTPUTS", "SUMMARY"));
    TextTable table = new TextTable("  ", header).cutting(outputs, outputs + 1);
    for (StepGroup group : StepGroup.of(steps)) {
      if (look.interactive() && group.isLarge()) {
        table.row(row(group, retried));
        group.failed().stream().limit(MOST_FAILURES).forEach(step -> table.row(row(step, retried)));
      } else {
        group.runs().forEach(step -> table.row(row(step, retried)));
      }
    }
    return table;
  }

  private List<Text> row(StepRun step, boolean retried) {
    Long took = RunListing.millis(step.startedAt(), step.endedAt());
    boolean ran = step.attempts() > 0;
    String outputs = links.outputs(step);
    String from = step.cachedFrom() == null ? "" : "from #" + step.cachedFrom() + "  ";
    List<Text> cells = new ArrayList<>(List.of(
        Text.of(step.label()),
        look.status(step.status()),
        ran && took != null ? Text.of(Quantity.took(took)) : Text.NONE));
    if (retried) {
      cells.add(ran ? Text.of(step.attempts()) : Text.NONE);
    }
    cells.add(outputs.isEmpty() ? Text.NONE : Text.of(outputs));
    String reason = step.reason();
    cells.add(
        reason != null && !ran && step.summary().isEmpty()
            ? Text.of(reason, Style.DIM)
            : Text.of(from + step.summary()));
    return cells;
  }

  private List<Text> row(StepGroup group, boolean retried) {
    int attempts = group.runs().stream().mapToInt(StepRun::attempts).max().orElse(0);
    List<Text> cells =
        new ArrayList<>(List.of(Text.of(group.label()), look.status(group.status()), took(group)));
    if (retried) {
      cells.add(attempts > 1 ? Text.of("up to " + attempts) : Text.of(attempts));
    }
    cells.add(Text.NONE);
    cells.add(Text.of(group.counts()));
    return cells;
  }

  private static Text took(StepGroup group) {
    return group.runs().stream()
        .map(StepRun::startedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .flatMap(start -> group.runs().stream()
            .map(StepRun::endedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(end -> Text.of(Quantity.took(Duration.between(start, end).toMillis()))))
        .orElse(Text.NONE);
  }
}
