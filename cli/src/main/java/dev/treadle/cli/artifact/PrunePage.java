package dev.treadle.cli.artifact;

import dev.treadle.cli.curation.WaitingText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.curation.PrunePlan;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Retention;
import dev.treadle.curation.Retention.Kept;
import dev.treadle.curation.Swept;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import dev.treadle.metadata.VersionUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pruning does, before and after. */
final class PrunePage {
  private static final int MOST = 20;

  private final PrunePlan plan;

  PrunePage(PrunePlan plan) {
    this.plan = plan;
  }

  /** The plan when nothing is done. */
  List<String> lines(Look look) {
    List<String> lines = new ArrayList<>(plan(look, "Would delete "));
    lines.add(look.line(Text.of("Nothing deleted.")));
    return lines;
  }

  /** The plan when somebody is asked. */
  List<String> plan(Look look) {
    return plan(look, "Deleting ");
  }

  private List<String> plan(Look look, String does) {
    Page page = new Page(look).text(Text.of(does + what() + ".", Style.BOLD), kept());
    int shown = look.interactive() ? MOST : Integer.MAX_VALUE;
    Map<String, List<VersionUse>> byArtifact = byArtifact();
    byArtifact.entrySet().stream()
        .limit(shown)
        .forEach(each -> page.text(
            Text.of("  " + each.getKey() + "  "), Text.of(numbers(each.getValue()), Style.DIM)));
    if (byArtifact.size() > shown) {
      page.text(Text.of("  … " + (byArtifact.size() - shown) + " more artifacts"));
    }
    return page.lines();
  }

  List<String> result(Look look, Pruned pruned) {
    Swept swept = pruned.swept();
    Page page = new Page(look)
        .text(
            Text.of("Deleted " + count(pruned.versions(), "version"), Style.BOLD),
            Text.of("   " + Quantity.size(swept.bytes()) + " freed, "
                + count(swept.objects(), "object")));
    return WaitingText.add(page, swept).lines();
  }

  String question() {
    return "Delete "
        + Stream.of(
                plan.deleted().isEmpty() ? "" : count(plan.deleted().size(), "version"), orphans())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" and "))
        + "?";
  }

  String names() {
    return plan.deleted().stream()
        .map(use -> use.version().label())
        .collect(Collectors.joining(" "));
  }

  /** Of what is not done. */
  Map<String, Object> fields(boolean dryRun) {
    return fields(dryRun, new Pruned(0, Swept.NOTHING));
  }

  Map<String, Object> fields(Pruned pruned) {
    return fields(false, pruned);
  }

  private Map<String, Object> fields(boolean dryRun, Pruned pruned) {
    Retention retention = plan.retention();
    Fields kept = new Fields();
    for (Kept why : Kept.values()) {
      kept.with(why.name().toLowerCase(Locale.ROOT), plan.kept().getOrDefault(why, 0));
    }
    return new Fields()
        .with("dryRun", dryRun)
        .with("olderThanMs", retention.olderThan().map(age -> age.toMillis()).orElse(null))
        .with("keepLast", retention.keepLast() == Integer.MAX_VALUE ? null : retention.keepLast())
        .with("unreferenced", retention.uses() == Uses.KEEP)
        .with(
            "versions",
            plan.deleted().stream()
                .map(use -> new Fields()
                    .with("artifact", use.version().artifact())
                    .with("version", use.version().number())
                    .with("digest", "sha256:" + use.digest())
                    .with("sizeBytes", use.sizeBytes())
                    .map())
                .toList())
        .with("versionBytes", plan.deletedBytes())
        .with("storedBytes", plan.storedBytes())
        .with("kept", kept.map())
        .with("orphans", plan.orphans())
        .with("orphanBytes", plan.orphanBytes())
        .with("deletedVersions", pruned.versions())
        .with("freedObjects", pruned.swept().objects())
        .with("freedBytes", pruned.swept().bytes())
        .with("waitingBytes", pruned.swept().waitingBytes())
        .with("waitingForRuns", pruned.swept().waitingFor())
        .map();
  }

  private String what() {
    String versions = count(plan.deleted().size(), "version")
        + (plan.deleted().isEmpty()
            ? ""
            : " of " + count(plan.artifacts(), "artifact") + ": "
                + Quantity.size(plan.deletedBytes()) + " of " + Quantity.size(plan.storedBytes()));
    return plan.orphans() == 0
        ? versions
        : versions + ", and " + orphans() + ": " + Quantity.size(plan.orphanBytes());
  }

  private Text kept() {
    if (plan.retention().equals(Retention.EVERYTHING)) {
      return Text.of(" Say which versions may go: --older-than, --keep-last, --unreferenced.");
    }
    String kept = Stream.of(Kept.values())
        .filter(why -> plan.kept().containsKey(why))
        .map(why -> plan.kept().get(why) + " " + reason(why))
        .collect(Collectors.joining(", "));
    return Text.of(kept.isEmpty() ? "" : " Kept: " + kept + ".");
  }

  private static String reason(Kept why) {
    return switch (why) {
      case ALIAS -> "by alias";
      case TAG -> "by tag";
      case RUN -> "by runs";
      case USE -> "used";
      case NEWEST -> "newest";
      case YOUNGER -> "younger";
    };
  }

  private String orphans() {
    return plan.orphans() == 0 ? "" : count(plan.orphans(), "object") + " that nothing refers to";
  }

  private Map<String, List<VersionUse>> byArtifact() {
    return plan.deleted().stream()
        .collect(Collectors.groupingBy(
            use -> use.version().artifact(), LinkedHashMap::new, Collectors.toList()));
  }

  /** {@code @7 @5–@2}; they come with the newest first. */
  private static String numbers(List<VersionUse> versions) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= versions.size(); i++) {
      if (i == versions.size() || number(versions, i) != number(versions, i - 1) - 1) {
        String first = "@" + number(versions, from);
        runs.add(i - from == 1 ? first : first + "…@" + number(versions, i - 1));
        from = i;
      }
    }
    return String.join(" ", runs);
  }

  private static long number(List<VersionUse> versions, int index) {
    return versions.get(index).version().number();
  }

  private static String count(long number, String what) {
    return Quantity.count(number) + " " + what + (number == 1 ? "" : "s");
  }
}
