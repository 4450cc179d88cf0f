package dev.treadle.cli.run;

import dev.treadle.api.Resources;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.launch.PlannedStep;
import dev.treadle.launch.PlannedStep.Outlook;
import dev.treadle.launch.RunPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code run --dry-run} prints. */
final class PlanPage {
  /** On a screen a map of more items than this is one line for each thing that they would do. */
  private static final int FEW = StepGroup.FEW;

  private final RunPlan plan;
  private final Look look;

  PlanPage(RunPlan plan, Look look) {
    this.plan = plan;
    this.look = look;
  }

  List<String> lines() {
    Page page = new Page(look);
    page.text(
        Text.of(plan.pipeline(), Style.BOLD),
        Text.of("   " + counts(plan.steps()) + "   seed " + plan.seed()));
    page.fact("params", ParamsText.of(plan.paramsJson(), new HashSet<>(plan.changedParams())));
    page.table(table());
    if (look.interactive()) {
      page.text(Text.of("Nothing was run.", Style.DIM));
    }
    return page.lines();
  }

  private TextTable table() {
    boolean limited = !look.interactive()
        || plan.steps().stream().anyMatch(step -> !limits(step).isEmpty());
    List<String> header = new ArrayList<>(List.of("STEP", "PLAN", "WHY"));
    if (limited) {
      header.add("LIMITS");
    }
    TextTable table = new TextTable("  ", header).cutting(2);
    Map<String, List<PlannedStep>> byStep = new LinkedHashMap<>();
    plan.steps()
        .forEach(step ->
            byStep.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
    byStep.values().forEach(items -> {
      if (look.interactive() && items.size() > FEW) {
        byOutlook(items)
            .values()
            .forEach(same ->
                table.row(row(same.get(0).step() + " ×" + same.size(), same.get(0), limited)));
      } else {
        items.forEach(step -> table.row(row(step.label(), step, limited)));
      }
    });
    return table;
  }

  private List<Text> row(String label, PlannedStep step, boolean limited) {
    List<Text> row = new ArrayList<>(List.of(
        Text.of(label), look.status(glyph(step.outlook()), word(step.outlook())), why(step)));
    if (limited) {
      String limits = limits(step);
      row.add(limits.isEmpty() ? Text.NONE : Text.of(limits));
    }
    return row;
  }

  private static Text why(PlannedStep step) {
    return step.cachedFrom() == null
        ? Text.of(step.reason())
        : Text.of("from #" + step.cachedFrom());
  }

  private static String limits(PlannedStep step) {
    List<String> limits = new ArrayList<>();
    if (step.retries() > 0) {
      limits.add(step.retries() == 1 ? "1 retry" : step.retries() + " retries");
    }
    if (step.timeoutMs() != null) {
      limits.add("timeout " + Quantity.took(step.timeoutMs()));
    }
    Resources resources = step.resources();
    if (resources.cpus() > 0) {
      limits.add(resources.cpus() + " cpus");
    }
    if (resources.memoryBytes() > 0) {
      limits.add(Quantity.size(resources.memoryBytes()));
    }
    if (resources.gpus() > 0) {
      limits.add(resources.gpus() + " gpus");
    }
    return String.join(", ", limits);
  }

  /** {@code 2 would run, 3 cached, 1 unknown}. */
  private static String counts(List<PlannedStep> steps) {
    return byOutlook(steps).entrySet().stream()
        .map(group -> group.getValue().size() + " "
            + (group.getKey() == Outlook.RUN ? "would run" : word(group.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static Map<Outlook, List<PlannedStep>> byOutlook(List<PlannedStep> steps) {
    Map<Outlook, List<PlannedStep>> groups = new EnumMap<>(Outlook.class);
    steps.forEach(step ->
        groups.computeIfAbsent(step.outlook(), outlook -> new ArrayList<>()).add(step));
    return groups;
  }

  private static String word(Outlook outlook) {
    return RunListing.words(outlook);
  }

  private static Glyph glyph(Outlook outlook) {
    return switch (outlook) {
      case RUN -> Glyph.BUSY;
      case CACHED -> Glyph.CACHED;
      case UNKNOWN -> Glyph.WAITING;
      case FAIL -> Glyph.FAILED;
      case SKIPPED, NOT_RUN -> Glyph.NONE;
    };
  }

  static Map<String, Object> fields(RunPlan plan) {
    return new Fields()
        .with("pipeline", plan.pipeline())
        .with("seed", plan.seed())
        .with("params", new Json.Raw(plan.paramsJson()))
        .with("changedParams", plan.changedParams())
        .with("steps", plan.steps().stream().map(PlanPage::fields).toList())
        .map();
  }

  private static Map<String, Object> fields(PlannedStep step) {
    Resources resources = step.resources();
    return new Fields()
        .with("step", step.step())
        .with("mapIndex", step.mapIndex() < 0 ? null : step.mapIndex())
        .with("plan", RunListing.word(step.outlook()))
        .with("reason", step.reason())
        .with("cachedFromRun", step.cachedFrom())
        .with("dependsOn", step.dependsOn())
        .with("retries", step.retries())
        .with("timeoutMs", step.timeoutMs())
        .with("cpus", resources.cpus() > 0 ? resources.cpus() : null)
        .with("memoryBytes", resources.memoryBytes() > 0 ? resources.memoryBytes() : null)
        .with("gpus", resources.gpus() > 0 ? resources.gpus() : null)
        .map();
  }
}
