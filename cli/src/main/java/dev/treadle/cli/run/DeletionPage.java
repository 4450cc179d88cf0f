package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.curation.WaitingText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.DeletionPlan.Kept;
import dev.treadle.curation.Swept;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What deleting runs does, before and after. */
final class DeletionPage {
  private static final int MOST = 20;

  private final DeletionPlan plan;
  private final boolean dryRun;

  DeletionPage(DeletionPlan plan, boolean dryRun) {
    this.plan = plan;
    this.dryRun = dryRun;
  }

  List<String> plan(Look look) {
    int shown = look.interactive() ? MOST : Integer.MAX_VALUE;
    Page page = new Page(look)
        .text(Text.of((dryRun ? "Would delete " : "Deleting ") + runs(), Style.BOLD))
        .fact("versions", versions())
        .fact("deleted", labels(plan.deleted(), shown));
    if (!plan.kept().isEmpty()) {
      TextTable table = new TextTable("  ", List.of());
      plan.kept().stream()
          .limit(shown)
          .forEach(kept -> table.row(
              Text.of("kept", Style.DIM), Text.of(kept.version().label()), Text.of(reason(kept))));
      page.table(table);
      if (plan.kept().size() > shown) {
        page.fact("", "… " + (plan.kept().size() - shown) + " more are kept");
      }
    }
    return page.lines();
  }

  Function<Look, List<String>> result(Swept swept) {
    return look -> WaitingText.add(
            new Page(look)
                .text(Text.of("Deleted " + runs(), Style.BOLD), Text.of("   " + versions())),
            swept)
        .lines();
  }

  String question() {
    return "Delete " + count(plan.runs().size(), "run")
        + (plan.deleted().isEmpty() ? "" : " and " + count(plan.deleted().size(), "version")) + "?";
  }

  String names() {
    return plan.runs().stream()
        .map(run -> Long.toString(run.number()))
        .collect(Collectors.joining(" "));
  }

  Map<String, Object> fields(Swept swept) {
    return new Fields()
        .with("dryRun", dryRun)
        .with("runs", plan.runs().stream().map(run -> run.number()).toList())
        .with("deleted", plan.deleted().stream().map(v -> version(v).map()).toList())
        .with(
            "kept",
            plan.kept().stream()
                .map(kept -> version(kept.version())
                    .with("aliases", kept.version().aliases())
                    .with("usedByRuns", kept.usedBy())
                    .map())
                .toList())
        .with("freedBytes", plan.freedBytes())
        .with("waitingBytes", swept.waitingBytes())
        .with("waitingForRuns", swept.waitingFor())
        .map();
  }

  private static Fields version(ArtifactVersion version) {
    return new Fields()
        .with("artifact", version.artifact())
        .with("version", version.number())
        .with("digest", version.digest())
        .with("sizeBytes", version.sizeBytes());
  }

  private String runs() {
    return plan.runs().stream()
        .map(run -> run.pipeline() + " #" + run.number())
        .collect(Collectors.joining(", "));
  }

  private String versions() {
    int all = plan.deleted().size() + plan.kept().size();
    if (plan.artifacts() == Artifacts.KEEP) {
      return count(all, "version") + " kept";
    }
    return plan.deleted().size() + " of " + count(all, "version") + ", "
        + Quantity.size(plan.freedBytes());
  }

  private String reason(Kept kept) {
    List<String> reasons = new ArrayList<>();
    if (!kept.version().aliases().isEmpty()) {
      reasons.add("alias " + String.join(", ", kept.version().aliases()));
    }
    if (!kept.usedBy().isEmpty()) {
      reasons.add("used by "
          + kept.usedBy().stream().map(run -> "#" + run).collect(Collectors.joining(", ")));
    }
    return reasons.isEmpty() ? "as asked" : String.join("; ", reasons);
  }

  private static String labels(List<ArtifactVersion> versions, int most) {
    return versions.stream()
            .map(ArtifactVersion::label)
            .limit(most)
            .collect(Collectors.joining(", "))
        + (versions.size() > most ? ", … " + (versions.size() - most) + " more" : "");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
