package dev.treadle.report;

import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.AttemptRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When each step and each attempt ran, from the run's start to its end. The items of a large map share a row. */
final class TimelineSection {
  private static final int MOST_ROWS = 100;
  private static final int FEW = 8;
  private static final int ROW = 22;
  private static final int LEFT = 190;
  private static final int WIDTH = 900;
  private static final int LONGEST_LABEL = 26;

  private final RunView view;
  private final Html html;
  private final Instant start;
  private final long millis;

  /** A time in which something had a status. */
  private record Bar(String status, Instant from, Instant to, String title) {}

  /** Bars with their name. */
  private record Row(String label, List<Bar> bars) {}

  TimelineSection(RunView view, Html html) {
    this.view = view;
    this.html = html;
    this.start = view.run().startedAt();
    Instant end = Stream.concat(
            Optional.ofNullable(view.run().endedAt()).stream(),
            view.steps().stream().flatMap(step -> Optional.ofNullable(step.endedAt()).stream()))
        .max(Comparator.naturalOrder())
        .orElse(start);
    this.millis = Math.max(1, Duration.between(start, end).toMillis());
  }

  void write() {
    List<Row> rows = rows();
    if (rows.isEmpty()) {
      return;
    }
    Page.section(html, "timeline", "Timeline");
    int shown = Math.min(rows.size(), MOST_ROWS);
    int height = shown * ROW + 26;
    html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Timeline");
    html.open(
        "svg",
        "class",
        "timeline",
        "role",
        "img",
        "width",
        "" + WIDTH,
        "height",
        "" + height,
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "aria-label",
        "When " + Amount.of(shown, "row") + " of steps ran, in " + Amount.took(millis));
    for (int i = 0; i <= 4; i++) {
      double x = LEFT + (WIDTH - LEFT - 10) * i / 4.0;
      html.open(
              "line",
              "class",
              "axis",
              "x1",
              Amount.at(x),
              "y1",
              "0",
              "x2",
              Amount.at(x),
              "y2",
              "" + (height - 22))
          .close();
      html.element(
          "text",
          Amount.took(millis * i / 4),
          "x",
          Amount.at(x),
          "y",
          "" + (height - 6),
          "text-anchor",
          i == 0 ? "start" : i == 4 ? "end" : "middle");
    }
    for (int i = 0; i < shown; i++) {
      row(rows.get(i), i * ROW);
    }
    html.end().end();
    if (rows.size() > shown) {
      Page.leftOut(html, Amount.of(rows.size() - shown, "more row"));
    }
    html.end();
  }

  private List<Row> rows() {
    Map<String, List<StepRun>> byStep = new LinkedHashMap<>();
    view.steps()
        .forEach(step ->
            byStep.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
    List<Row> rows = new ArrayList<>();
    byStep.forEach((name, items) -> {
      if (items.size() > FEW) {
        rows.add(new Row(
            name + " ×" + Amount.count(items.size()),
            items.stream().flatMap(step -> bars(step).stream()).toList()));
      } else {
        items.forEach(step -> rows.add(new Row(step.label(), bars(step))));
      }
    });
    return rows.stream().filter(row -> !row.bars().isEmpty()).toList();
  }

  private List<Bar> bars(StepRun step) {
    List<AttemptRecord> attempts = view.attempts().getOrDefault(step.id(), List.of());
    if (!attempts.isEmpty()) {
      return attempts.stream()
          .map(each -> bar(
              step.label() + ", attempt " + each.number(),
              Page.word(each.status()),
              each.startedAt(),
              each.endedAt()))
          .toList();
    }
    Instant from = step.startedAt() == null ? step.endedAt() : step.startedAt();
    Instant to = step.endedAt() == null ? from : step.endedAt();
    boolean ran = step.attempts() > 0 || step.status() == StepStatus.CACHED;
    return from == null || to == null || !ran
        ? List.of()
        : List.of(bar(step.label(), Page.word(step.status()), from, to));
  }

  private static Bar bar(String label, String status, Instant from, Instant to) {
    return new Bar(status, from, to, label + ": " + status + ", " + Amount.took(from, to));
  }

  private void row(Row row, int top) {
    String label = row.label();
    html.open("text", "x", "0", "y", "" + (top + 15))
        .element("title", label)
        .text(label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…")
        .close();
    double end = -1;
    String status = "";
    for (Bar bar : row.bars().stream()
        .sorted(Comparator.comparing(Bar::status).thenComparing(Bar::from).thenComparing(Bar::to))
        .toList()) {
      double from = x(bar.from());
      double to = Math.max(x(bar.to()), from + 3);
      // What lies under bars of the same status cannot be seen.
      if (bar.status().equals(status) && to <= end + 0.5) {
        continue;
      }
      html.open(
              "rect",
              "class",
              "bar " + bar.status(),
              "x",
              Amount.at(from),
              "y",
              "" + (top + 4),
              "width",
              Amount.at(to - from),
              "height",
              "" + (ROW - 8),
              "rx",
              "2")
          .element("title", bar.title())
          .close();
      end = to;
      status = bar.status();
    }
    html.picture("\n");
  }

  private double x(Instant time) {
    double share = (double) Duration.between(start, time).toMillis() / millis;
    return LEFT + (WIDTH - LEFT - 10) * Math.max(0, Math.min(1, share));
  }
}
