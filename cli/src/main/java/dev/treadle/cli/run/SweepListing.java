package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The runs of a sweep, with the parameters that differ. */
final class SweepListing {
  private SweepListing() {}

  /**
   * A list of runs with a column for each parameter.
   *
   * @param settings the parameters of each run
   */
  static Listing<RunRow> of(Sweep sweep, Map<UUID, Map<String, String>> settings) {
    List<Column<RunRow>> columns = new ArrayList<>();
    for (Column<RunRow> column : RunListing.RUNS.columns()) {
      switch (column.header()) {
        case "RUN", "STATUS", "TOOK", "CACHED" -> columns.add(column);
        case "METRICS" -> {
          for (String parameter : sweep.axes().keySet()) {
            columns.add(new Column<>(
                parameter, (row, look) -> Text.of(value(settings, row.run(), parameter))));
          }
          columns.add(column);
        }
        default -> {
          // The same for all runs of the sweep.
        }
      }
    }
    return new Listing<>(
        RunListing.RUNS.kind(), columns, RunListing.RUNS.name(), RunListing.RUNS.fields());
  }

  private static String value(
      Map<UUID, Map<String, String>> settings, PipelineRun run, String parameter) {
    return settings.getOrDefault(run.id(), Map.of()).getOrDefault(parameter, "");
  }
}
