package dev.treadle.cli.run;

import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ValueChange;
import dev.treadle.cli.output.JsonTree;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.diff.RunDiff;
import dev.treadle.diff.RunDiff.NodeChange;
import dev.treadle.diff.RunDiff.OutputChange;
import dev.treadle.diff.RunDiffs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    header = "Say what differs between two runs: graph, parameters, code, environment, artifacts.",
    footer = {"", "Examples:", "  treadle run diff @-1 @latest", "  treadle run diff 41 42 -o json"
    })
final class RunDiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "BASE", description = "42, @latest, @-1, …")
  String base = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "the run to compare with it")
  String other = "";

  RunDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      RunDiff diff = new RunDiffs(store.queries(), store::diff)
          .between(references.resolve(base), references.resolve(other));
      session
          .out()
          .document(
              "RunDiff",
              JsonTree.fields(diff),
              diff.base().number() + " " + diff.other().number(),
              look -> lines(diff, look));
    }
    return 0;
  }

  private static List<String> lines(RunDiff diff, Look look) {
    List<String> lines = new ArrayList<>();
    String name = diff.base().pipeline().equals(diff.other().pipeline())
        ? diff.base().pipeline() + " #" + diff.base().number() + " → #"
            + diff.other().number()
        : diff.base().pipeline() + " #" + diff.base().number() + " → "
            + diff.other().pipeline() + " #" + diff.other().number();
    lines.add(
        look.line(Text.of(name, Style.BOLD), Text.of(diff.isEmpty() ? "   nothing differs" : "")));
    TextTable table = new TextTable("", List.of());
    diff.graph().forEach(change -> row(table, "graph", change.node(), graph(change)));
    diff.params().forEach(change -> row(table, "param", change));
    diff.code().forEach(change -> row(table, "code", change.step(), change.change()));
    diff.environment().forEach(change -> row(table, "env", change));
    diff.artifacts()
        .forEach(change ->
            row(table, "artifact", change.step() + "/" + change.output(), artifact(change)));
    lines.addAll(table.lines(look));
    lines.add(look.line(Text.of(outputs(diff), Style.DIM)));
    return lines;
  }

  private static void row(TextTable table, String section, String name, String change) {
    table.row(Text.of(section, Style.DIM), Text.of(name), Text.of(change));
  }

  private static void row(TextTable table, String section, ValueChange change) {
    ValueChange nameless = new ValueChange(
        "", change.kind(), change.base(), change.other(), change.relative(), change.array());
    row(table, section, change.path(), nameless.summary());
  }

  private static String graph(NodeChange change) {
    return switch (change.kind()) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED ->
        change.parts().stream().map(ValueChange::summary).collect(Collectors.joining("; "));
    };
  }

  private static String artifact(OutputChange change) {
    if (change.kind() == ChangeKind.CHANGED) {
      return version(change.base()) + " → " + version(change.other()) + "   " + change.summary();
    }
    return change.kind() == ChangeKind.ADDED
        ? "added, " + change.other()
        : "removed, was " + change.base();
  }

  /** {@code @2}: the name is that of the step and its output. */
  private static String version(@Nullable String label) {
    return label == null ? "" : label.substring(Math.max(0, label.lastIndexOf('@')));
  }

  private static String outputs(RunDiff diff) {
    long all = diff.sameArtifacts() + diff.artifacts().size();
    return diff.artifacts().size() + " of " + all + " outputs differ"
        + diff.artifacts().stream()
            .filter(change -> change.kind() == ChangeKind.CHANGED)
            .findFirst()
            .map(change -> " · treadle artifact diff " + change.base() + " " + change.other())
            .orElse("");
  }
}
