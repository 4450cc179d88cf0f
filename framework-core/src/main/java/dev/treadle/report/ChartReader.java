package dev.treadle.report;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the histories of metrics: one chart for each step and metric, the items of a map in one. */
final class ChartReader {
  static final int MOST_POINTS = 1_000_000;
  private static final int MOST_CHARTS = 24;
  private static final int MOST_SERIES = 8;

  private final MetadataQueries queries;
  private final PipelineRun run;
  private final List<StepRun> steps;
  private final Map<Long, Map<String, UUID>> stepsOfRuns = new HashMap<>();
  private int leftOut;

  ChartReader(MetadataQueries queries, PipelineRun run, List<StepRun> steps) {
    this.queries = queries;
    this.run = run;
    this.steps = steps;
  }

  List<Chart> read() {
    Map<UUID, List<MetricPoint>> last = queries.lastMetrics(run.id());
    Map<List<String>, List<StepRun>> tellers = new LinkedHashMap<>();
    for (StepRun step : steps) {
      for (MetricPoint point : last.getOrDefault(step.id(), List.of())) {
        tellers
            .computeIfAbsent(List.of(step.step(), point.name()), name -> new ArrayList<>())
            .add(step);
      }
    }
    Map<String, Long> uses = tellers.keySet().stream()
        .collect(Collectors.groupingBy(name -> name.get(1), Collectors.counting()));
    List<Chart> charts = new ArrayList<>();
    leftOut = 0;
    tellers.forEach((name, by) -> {
      if (charts.size() < MOST_CHARTS) {
        boolean unique = uses.getOrDefault(name.get(1), 0L) == 1;
        Chart chart =
            chart(unique ? name.get(1) : name.get(0) + "." + name.get(1), name.get(1), by);
        if (!chart.series().isEmpty()) {
          charts.add(chart);
        }
      } else {
        leftOut++;
      }
    });
    return charts;
  }

  /** How many metrics were not looked at, as there are enough charts. */
  int leftOut() {
    return leftOut;
  }

  private Chart chart(String title, String metric, List<StepRun> by) {
    List<Series> series = by.stream()
        .limit(MOST_SERIES)
        .map(step ->
            Series.of(step.label(), queries.metricPoints(teller(step), metric, 0, MOST_POINTS)))
        .map(each -> each.thinned(PlotWriter.COLUMNS))
        .filter(each -> each.points().size() > 1)
        .toList();
    return new Chart(title, series, Math.max(0, by.size() - MOST_SERIES));
  }

  /** The step run that recorded: of a cached one, the one whose result it took. */
  private UUID teller(StepRun step) {
    Long from = step.cachedFrom();
    return from == null
        ? step.id()
        : stepsOfRuns.computeIfAbsent(from, this::stepsOf).getOrDefault(step.label(), step.id());
  }

  private Map<String, UUID> stepsOf(long number) {
    return queries
        .runByNumber(number)
        .map(found -> queries.steps(found.id()))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(StepRun::label, StepRun::id));
  }
}
