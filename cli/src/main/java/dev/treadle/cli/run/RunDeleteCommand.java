package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.Swept;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    header = "Delete runs, and what they made where nothing else needs it.",
    description = {
      "Versions that other runs have read or taken from the cache stay, as do those with an",
      "alias. Numbers of runs and versions are never given again."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run delete 40 41 --dry-run",
      "  treadle run delete @latest:failed --yes",
      "  treadle run delete 38 --keep-artifacts"
    })
final class RunDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "42, @latest, @-1, …")
  List<String> references = List.of();

  @Option(names = "--keep-artifacts", description = "delete only the record of the runs")
  boolean keepArtifacts;

  @Option(names = "--dry-run", description = "only say what would be deleted")
  boolean dryRun;

  RunDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      RunReferences runs = new RunReferences(store.queries());
      List<PipelineRun> wanted = references.stream()
          .map(runs::resolve)
          .distinct()
          .sorted(Comparator.comparingLong(PipelineRun::number))
          .toList();
      wanted.stream()
          .filter(run -> run.status() == RunStatus.RUNNING)
          .forEach(RunDeleteCommand::refuse);
      DeletionPlan plan =
          store.planDeletion(wanted, keepArtifacts ? Artifacts.KEEP : Artifacts.DELETE_UNUSED);
      DeletionPage page = new DeletionPage(plan, dryRun);
      Swept swept = Swept.NOTHING;
      if (!dryRun) {
        if (session.format().isTable()) {
          page.plan(session.errorLook()).forEach(session::say);
        }
        session.confirm(page.question());
        swept = store.delete(plan, session.act());
      }
      session
          .out()
          .document(
              "RunDeletion",
              page.fields(swept),
              page.names(),
              dryRun ? page::plan : page.result(swept));
    }
    return 0;
  }

  private static void refuse(PipelineRun run) {
    throw new TreadleException(
        CoreProblem.RUN_NOT_ENDED,
        "Run " + run.number() + " goes on, so it is not deleted"
            + "\nfix: wait for its end, or stop it");
  }
}
