package dev.treadle.report;

import java.util.List;

/**
 * The histories of one metric in a run.
 *
 * @param title the metric's name, with its step's where several have one
 * @param leftOut how many series are not shown
 */
record Chart(String title, List<Series> series, int leftOut) {
  Chart {
    series = List.copyOf(series);
  }
}
