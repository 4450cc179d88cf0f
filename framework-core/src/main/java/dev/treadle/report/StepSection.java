package dev.treadle.report;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each step did and why. A large map is one row, with its failed items below. */
final class StepSection {
  private static final int MOST_ROWS = 300;
  /** A map with more items is one row. */
  static final int FEW_ITEMS = 20;

  private static final int MOST_FAILED = 10;
  private static final int MOST_OUTPUTS = 8;

  private final RunView view;
  private final Html html;
  private int rows;
  private int leftOut;

  StepSection(RunView view, Html html) {
    this.view = view;
    this.html = html;
  }

  void write() {
    Page.section(html, "steps", "Steps");
    Page.table(html, "Steps", "Step", "Status", "Took", "Attempts", "Why", "Outputs", "Summary");
    Map<String, List<StepRun>> byStep = new LinkedHashMap<>();
    view.steps()
        .forEach(step ->
            byStep.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
    byStep.forEach((name, items) -> {
      if (items.size() <= FEW_ITEMS) {
        items.forEach(this::row);
      } else {
        group(name, items);
      }
    });
    Page.endTable(html);
    if (leftOut > 0) {
      Page.leftOut(html, Amount.of(leftOut, "more step run"));
    }
    html.end();
  }

  private void group(String name, List<StepRun> items) {
    Map<StepStatus, Long> counts = items.stream()
        .collect(Collectors.groupingBy(StepRun::status, TreeMap::new, Collectors.counting()));
    StepStatus worst = counts.containsKey(StepStatus.FAILED)
        ? StepStatus.FAILED
        : counts.keySet().iterator().next();
    int attempts = items.stream().mapToInt(StepRun::attempts).max().orElse(0);
    row(
        name + " ×" + Amount.count(items.size()),
        worst,
        "",
        attempts > 1 ? "up to " + attempts : attempts == 0 ? "" : "1",
        "",
        "",
        counts.entrySet().stream()
            .map(count -> Amount.count(count.getValue()) + " " + Page.words(count.getKey()))
            .collect(Collectors.joining(", ")));
    List<StepRun> failed =
        items.stream().filter(step -> step.status() == StepStatus.FAILED).toList();
    failed.stream().limit(MOST_FAILED).forEach(this::row);
    leftOut += items.size() - Math.min(failed.size(), MOST_FAILED);
  }

  private void row(StepRun step) {
    row(
        step.label(),
        step.status(),
        step.attempts() > 0 ? Amount.took(step.startedAt(), step.endedAt()) : "",
        step.attempts() > 0 ? Integer.toString(step.attempts()) : "",
        why(step),
        outputs(step),
        step.summary());
  }

  private void row(
      String label,
      StepStatus status,
      String took,
      String attempts,
      String why,
      String outputs,
      String summary) {
    if (++rows > MOST_ROWS) {
      leftOut++;
      return;
    }
    html.open("tr").element("th", label, "scope", "row").open("td");
    Page.state(html, status);
    html.close();
    html.element("td", took, "class", "number").element("td", attempts, "class", "number");
    html.element("td", Excerpt.cut(why, 400))
        .element("td", outputs)
        .element("td", Excerpt.cut(summary, 200))
        .end();
  }

  private static String why(StepRun step) {
    String reason = step.reason() == null ? "" : step.reason();
    return step.cachedFrom() == null || reason.contains("#" + step.cachedFrom())
        ? reason
        : reason + " (run #" + step.cachedFrom() + ")";
  }

  private String outputs(StepRun step) {
    List<ArtifactVersion> outputs = view.edges().getOrDefault(step.id(), List.of()).stream()
        .filter(edge -> edge.role().isOutput())
        .map(Edge::version)
        .flatMap(id -> Optional.ofNullable(view.versions().get(id)).stream())
        .distinct()
        .toList();
    return outputs.stream().limit(MOST_OUTPUTS).map(view::label).collect(Collectors.joining(", "))
        + (outputs.size() > MOST_OUTPUTS ? ", … " + (outputs.size() - MOST_OUTPUTS) + " more" : "");
  }
}
