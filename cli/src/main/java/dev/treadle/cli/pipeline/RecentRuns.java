package dev.treadle.cli.pipeline;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.GraphFields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Look;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline fares.
 *
 * @param runs the newest ones, the newest first
 * @param count how many there are altogether
 */
record RecentRuns(List<PipelineRun> runs, int count, Instant now) {
  private static final int PAGE = 1000;
  private static final int BARS = 8;
  private static final Duration DAYS = Duration.ofDays(30);

  /** The runs of each pipeline; none where nothing has run yet. */
  static List<RecentRuns> of(Session session, List<String> pipelines) {
    Instant now = session.clock().instant();
    try (ProjectStore store = session.store()) {
      return pipelines.stream()
          .map(name -> read(store.queries(), RunFilter.newest(PAGE).ofPipeline(name), now))
          .toList();
    } catch (TreadleException e) {
      if (e.code() != CoreProblem.STORE_UNREACHABLE) {
        throw e;
      }
      return Collections.nCopies(pipelines.size(), new RecentRuns(List.of(), 0, now));
    }
  }

  private static RecentRuns read(MetadataQueries queries, RunFilter filter, Instant now) {
    List<PipelineRun> newest = queries.runs(filter);
    int count = newest.size();
    for (List<PipelineRun> page = newest; page.size() == PAGE; count += page.size()) {
      page = queries.runs(filter.before(page.get(PAGE - 1).number()));
    }
    return new RecentRuns(newest, count, now);
  }

  Optional<PipelineRun> last() {
    return runs.stream().findFirst();
  }

  @Nullable
  Map<String, Object> lastFields() {
    return last()
        .map(run -> new Fields()
            .with("number", run.number())
            .with("status", GraphFields.word(run.status()))
            .with("startedAt", run.startedAt())
            .map())
        .orElse(null);
  }

  /** The share of completed ones among the runs of 30 days that have ended, null when there are none. */
  @Nullable
  Integer successPercent() {
    List<PipelineRun> ended = ended();
    long completed =
        ended.stream().filter(run -> run.status() == RunStatus.COMPLETED).count();
    return ended.isEmpty() ? null : Math.toIntExact(100 * completed / ended.size());
  }

  /** {@code ▇▇▇▁▇▇▇▇ 92 %}, the last bar for the newest run. */
  String success(Look look) {
    List<PipelineRun> ended = ended();
    if (ended.isEmpty()) {
      return "–";
    }
    String percent = successPercent() + " %";
    return look.interactive()
        ? ended.stream()
                .limit(BARS)
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(run -> bar(run.status() == RunStatus.COMPLETED, look.unicode()))
                .collect(Collectors.joining())
            + " " + percent
        : percent;
  }

  private static String bar(boolean completed, boolean unicode) {
    return unicode ? (completed ? "▇" : "▁") : completed ? "#" : "_";
  }

  private List<PipelineRun> ended() {
    return runs.stream()
        .filter(run -> run.status() != RunStatus.RUNNING)
        .filter(run -> run.startedAt().isAfter(now.minus(DAYS)))
        .toList();
  }
}
