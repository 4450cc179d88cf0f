package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.listing.Cursor;
import dev.treadle.cli.listing.FilterOptions;
import dev.treadle.cli.listing.PageOptions;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterField;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.FilterValue;
import dev.treadle.query.Operator;
import dev.treadle.query.Order;
import dev.treadle.query.RunQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    header = "List runs, the newest first.",
    description = "Sorted by run, started or took.",
    footer = {
      "",
      "Examples:",
      "  treadle run list --status failed --since 7d",
      "  treadle run list -w 'param.lr>0.05 metric.auc>=0.79'",
      "  treadle run list --pipeline penguins -o json | jq '.items[].number'"
    })
final class RunListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  FilterOptions filters = new FilterOptions();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "running, completed, failed, cancelled or interrupted; several with commas")
  List<RunStatus> statuses = List.of();

  @Mixin
  PageOptions pages = new PageOptions();

  RunListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Filter where = filters.filter(FilterTarget.RUNS, session.clock().instant()).and(status());
    var sorting = pages.sorting(RunQuery.Key.class, RunQuery.Key.RUN, Order.DESCENDING);
    RunQuery query = new RunQuery(
        where,
        sorting.key(),
        sorting.order(),
        pages
            .after(sorting)
            .map(cursor -> new RunQuery.Position(cursor.place().key(), cursor.number())),
        pages.fetch());
    try (ProjectStore store = session.store()) {
      List<PipelineRun> found = store.queries().runs(query);
      pages.print(
          session, RunListing.RUNS, RunMetrics.rows(store.queries(), found), sorting, row -> {
            RunQuery.Position at = RunQuery.Position.of(sorting.key(), row.run());
            return new Cursor.Place(at.key(), Long.toString(at.number()));
          });
      if (found.isEmpty()) {
        session.say(
            where.isAll()
                ? "No runs. Start one: treadle run NAME"
                : "No runs fit. All: treadle run list");
      }
    }
    return 0;
  }

  private Filter status() {
    List<Filter> any = statuses.stream()
        .<Filter>map(status -> new Filter.Comparison(
            FilterField.STATUS,
            "",
            Operator.EQUAL,
            new FilterValue.Text(status.name(), Optional.empty())))
        .toList();
    return any.isEmpty() ? Filter.all() : new Filter.Or(any);
  }
}
