package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.JsonTree;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.diff.MetricsOfRun;
import dev.treadle.diff.RunComparison;
import dev.treadle.diff.RunComparison.Row;
import dev.treadle.diff.RunComparisons;
import dev.treadle.error.TreadleException;
import dev.treadle.expression.Condition;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    header = "Put runs side by side: parameters, metrics, inputs, code, environment.",
    description = "Shows only what differs; metrics with their change to the baseline.",
    footer = {
      "",
      "Examples:",
      "  treadle run compare 38 41 42",
      "  treadle run compare @-1 @latest --fail-if 'accuracy < base - 0.01'"
    })
final class RunCompareCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "two or more: 42, @latest, …")
  List<String> runs = List.of();

  @Option(names = "--all", description = "also what is the same")
  boolean all;

  @Option(names = "--keys", paramLabel = "GLOB", description = "only these, as in 'train*'")
  @Nullable
  String keys;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "what the others are compared with; default: the first")
  @Nullable
  String baseline;

  @Option(
      names = "--fail-if",
      paramLabel = "EXPR",
      description = "end with code 9 when it holds of any run but the baseline")
  @Nullable
  String failIf;

  RunCompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (runs.size() + (baseline == null ? 0 : 1) < 2) {
      throw new TreadleException(
          CliProblem.USAGE, "Name two runs or more, or one and a --baseline");
    }
    Condition condition = failIf == null ? null : Condition.parse(failIf);
    Predicate<Row> fits = keys == null ? row -> true : glob(keys);
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      List<PipelineRun> compared =
          runs.stream().map(references::resolve).collect(Collectors.toCollection(ArrayList::new));
      int base = baseline == null ? 0 : include(compared, references.resolve(baseline));
      RunComparison whole =
          new RunComparisons(store.queries()).of(compared, base).only(fits);
      RunComparison shown = all ? whole : whole.only(Row::differs);
      session
          .out()
          .document(
              "RunComparison",
              JsonTree.fields(shown),
              compared.stream()
                  .map(run -> Long.toString(run.number()))
                  .collect(Collectors.joining(" ")),
              look -> new ComparisonPage(shown, whole, look).lines());
      if (condition != null) {
        Map<String, Double> metrics = MetricsOfRun.read(store.queries(), compared.get(base));
        List<PipelineRun> others = new ArrayList<>(compared);
        others.remove(base);
        new FailIf(session, store.queries(), condition).check(others, metrics);
      }
    }
    return 0;
  }

  /** Where the baseline is among the runs; in front when it was not there. */
  private static int include(List<PipelineRun> runs, PipelineRun baseline) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).id().equals(baseline.id())) {
        return i;
      }
    }
    runs.add(0, baseline);
    return 0;
  }

  private static Predicate<Row> glob(String pattern) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      return row -> matcher.matches(Path.of(row.key().replace('/', '_')));
    } catch (IllegalArgumentException e) {
      throw new TreadleException(
          CliProblem.USAGE, "'" + pattern + "' is no pattern of keys (--keys)", e);
    }
  }
}
