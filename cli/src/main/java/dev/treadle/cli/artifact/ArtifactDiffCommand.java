package dev.treadle.cli.artifact;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.cli.output.JsonTree;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    header = "Say what differs between two versions.",
    description = {
      "Tables by schema and columns, values by path, texts by line, arrays by element,",
      "images by pixel, all else by file. PSI above 0.1 is a shift, above 0.25 a large one."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact diff train@2 train@3",
      "  treadle artifact diff run:41/train run:42/train -o json"
    })
final class ArtifactDiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "BASE", description = "name, name@7, run:42/train/model, …")
  String base = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "what to compare with it")
  String other = "";

  ArtifactDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      ArtifactReferences references = new ArtifactReferences(store.queries());
      ArtifactDiff diff = store.diff(references.resolve(base), references.resolve(other));
      session
          .out()
          .document(
              "ArtifactDiff",
              JsonTree.fields(diff),
              diff.base().label() + " " + diff.other().label(),
              look -> new DiffPage(diff, look).lines());
    }
    return 0;
  }
}
