package dev.treadle.report;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.graph.layout.SvgWriter;
import dev.treadle.metadata.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page, section by section. */
final class Page {
  private static final int MOST_METRICS = 300;

  private final RunView view;
  private final PipelineRun run;
  private final Html html = new Html();

  Page(RunView view) {
    this.view = view;
    this.run = view.run();
  }

  String html() {
    String title = run.pipeline() + " #" + run.number();
    html.picture("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title + " · " + words(run.status()));
    html.open("style").picture(PageStyle.CSS).close().end();
    html.open("body").open("main");
    head(title);
    FailureSection.write(view, html);
    graph();
    new TimelineSection(view, html).write();
    parameters();
    metrics();
    new StepSection(view, html).write();
    new ArtifactSection(view, html).write();
    new LineageSection(view, html).write();
    environment();
    html.end().end().end();
    return html.toString();
  }

  /** Begins a section; the caller ends it. */
  static void section(Html html, String id, String title) {
    html.open("section", "aria-labelledby", id).element("h2", title, "id", id).picture("\n");
  }

  /** A table in a box that scrolls where it is too wide; the caller closes both. */
  static void table(Html html, String name, String... columns) {
    html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", name);
    html.open("table").open("thead").open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close().end().open("tbody");
  }

  static void endTable(Html html) {
    html.close().close().end();
  }

  static void leftOut(Html html, String what) {
    html.element("p", what + " left out.", "class", "note").picture("\n");
  }

  static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people. */
  static String words(Enum<?> status) {
    return word(status).replace('-', ' ');
  }

  static void state(Html html, Enum<?> status) {
    html.element("span", words(status), "class", "state " + word(status));
  }

  private void head(String title) {
    html.open("header").element("h1", title);
    html.open("p", "class", "lead");
    state(html, run.status());
    String took = Amount.took(run.startedAt(), run.endedAt());
    html.text((took.isEmpty() ? "" : " in " + took) + ", started " + Amount.time(run.startedAt()))
        .end();
    String counts = run.stepCounts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(count -> Amount.count(count.getValue()) + " " + words(count.getKey()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("none");
    html.open("dl");
    fact("steps", counts);
    fact("by", run.user() + " on " + run.host());
    fact("stack", run.stack());
    fact("seed", Long.toString(run.seed()));
    new TreeMap<>(run.tags()).forEach((key, value) -> fact("tag " + key, value));
    for (Fact said : view.facts()) {
      fact(said.key(), said.json());
    }
    if (run.note() != null) {
      fact("note", run.note());
    }
    if (run.error() != null) {
      fact("cause", run.error());
    }
    html.end().end();
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).end();
  }

  private void graph() {
    section(html, "graph", "Graph");
    view.diagram()
        .ifPresentOrElse(
            diagram -> html.open(
                    "div",
                    "class",
                    "wide",
                    "tabindex",
                    "0",
                    "role",
                    "region",
                    "aria-label",
                    "Graph")
                .picture(SvgWriter.write(diagram))
                .end(),
            () -> html.element(
                "p",
                "Not drawn here: it is not recorded, or too large for a page."
                    + " See treadle pipeline graph --run " + run.number() + ".",
                "class",
                "note"));
    html.end();
  }

  private void parameters() {
    if (view.params().isEmpty()) {
      return;
    }
    section(html, "parameters", "Parameters");
    table(html, "Parameters", "Parameter", "Value", "");
    view.params().forEach((name, value) -> {
      boolean changed =
          view.changed().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
      html.open("tr", "class", changed ? "changed" : "")
          .element("th", name, "scope", "row")
          .open("td")
          .element("code", Excerpt.cut(value, 400))
          .close()
          .element("td", changed ? "changed from its default" : "")
          .end();
    });
    endTable(html);
    html.end();
  }

  private void metrics() {
    if (view.last().isEmpty()) {
      return;
    }
    section(html, "metrics", "Metrics");
    table(html, "Metrics", "Metric", "Last value");
    view.last().entrySet().stream()
        .limit(MOST_METRICS)
        .forEach(metric -> html.open("tr")
            .element("th", metric.getKey(), "scope", "row")
            .element("td", metric.getValue(), "class", "number")
            .end());
    endTable(html);
    if (view.last().size() > MOST_METRICS) {
      leftOut(html, Amount.of(view.last().size() - MOST_METRICS, "more metric"));
    }
    charts(view.charts());
    html.end();
  }

  private void charts(List<Chart> charts) {
    html.open("div", "class", "charts");
    for (Chart chart : charts) {
      html.open("figure").element("figcaption", chart.title());
      PlotWriter.write(chart, html);
      chart.series().stream()
          .filter(series -> series.points().size() < series.recorded())
          .forEach(series -> html.element(
              "p",
              series.label() + ": " + Amount.count(series.points().size()) + " of "
                  + (series.recorded() >= ChartReader.MOST_POINTS ? "the first " : "")
                  + Amount.of(series.recorded(), "point")
                  + ", with the least and greatest of each column",
              "class",
              "note"));
      if (chart.leftOut() > 0) {
        leftOut(html, Amount.of(chart.leftOut(), "more item"));
      }
      html.end();
    }
    html.end();
    if (view.chartsLeftOut() > 0) {
      leftOut(html, "Plots of " + Amount.of(view.chartsLeftOut(), "more metric"));
    }
  }

  private void environment() {
    section(html, "environment", "Environment");
    table(html, "Environment", "What", "Value");
    Map<String, String> all = new TreeMap<>(view.environment());
    all.put("run id", run.id().toString());
    all.forEach((name, value) -> html.open("tr")
        .element("th", name, "scope", "row")
        .open("td")
        .element("code", Excerpt.cut(value, 400))
        .close()
        .end());
    endTable(html);
    html.end();
  }
}
