package dev.treadle.cli.artifact;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.config.Setting;
import dev.treadle.curation.PrunePlan;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Retention;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.TimeoutText;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "prune",
    header = "Delete old versions, and bytes that nothing refers to.",
    description = {
      "A version goes when all that is given says so; with nothing given none goes,",
      "and only what nothing refers to is deleted. Versions stay that have an alias",
      "or the tag keep, and those of runs that have not ended. What is recorded of a",
      "deleted version stays, so that lineage can be told. Times and numbers may be",
      "set as retention.older-than and retention.keep-last in treadle.yaml."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact prune --unreferenced --older-than 90d --dry-run",
      "  treadle artifact prune --keep-last 5 --yes",
      "  treadle artifact prune"
    })
final class ArtifactPruneCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      description = "only versions made so long ago: 90d, 12h")
  @Nullable
  String olderThan;

  @Option(
      names = "--keep-last",
      paramLabel = "N",
      description = "keep the N newest of each artifact; default: 1")
  @Nullable
  Integer keepLast;

  @Option(
      names = "--unreferenced",
      description = "only versions that no step has read or taken from the cache")
  boolean unreferenced;

  @Option(names = "--dry-run", description = "only say what would be deleted")
  boolean dryRun;

  ArtifactPruneCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Retention retention = retention();
    try (ProjectStore store = session.store()) {
      PrunePlan plan = store.planPruning(retention, session.clock().instant());
      PrunePage page = new PrunePage(plan);
      if (dryRun || plan.isEmpty()) {
        session.out().document("ArtifactPruning", page.fields(dryRun), page.names(), page::lines);
        return 0;
      }
      if (session.format().isTable()) {
        page.plan(session.errorLook()).forEach(session::say);
      }
      session.confirm(page.question());
      Pruned pruned = store.prune(plan, session.act());
      session
          .out()
          .document(
              "ArtifactPruning",
              page.fields(pruned),
              page.names(),
              look -> page.result(look, pruned));
    }
    return 0;
  }

  private Retention retention() {
    Optional<Duration> age = olderThan == null
        ? session.setting(Setting.RETENTION_OLDER_THAN).flatMap(TimeoutText::parse)
        : Optional.of(TimeoutText.parse(olderThan)
            .orElseThrow(
                () -> usage("--older-than is '" + olderThan + "', give a time such as 90d, 12h")));
    Optional<Integer> last = keepLast == null
        ? session.setting(Setting.RETENTION_KEEP_LAST).map(Integer::valueOf)
        : Optional.of(keepLast);
    if (last.orElse(0) < 0) {
      throw usage("--keep-last is " + keepLast + ", give a number from 0 on");
    }
    return age.isEmpty() && last.isEmpty() && !unreferenced
        ? Retention.EVERYTHING
        : new Retention(
            age, last.orElse(Retention.KEEP_LAST), unreferenced ? Uses.KEEP : Uses.DO_NOT_COUNT);
  }

  private static TreadleException usage(String message) {
    return new TreadleException(CliProblem.USAGE, message);
  }
}
