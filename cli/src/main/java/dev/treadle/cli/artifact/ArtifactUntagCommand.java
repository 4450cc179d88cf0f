package dev.treadle.cli.artifact;

import dev.treadle.cli.curation.TagChange;
import dev.treadle.cli.curation.Target;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "untag",
    header = "Take tags from a version of an artifact.",
    footer = {"", "Example:", "  treadle artifact untag model@7 reviewed"})
final class ArtifactUntagCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "ARTIFACT",
      description = "name, name@7, name@alias, run:42/train/model, sha256:…")
  String reference = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY")
  List<String> keys = List.of();

  ArtifactUntagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.remove(session, store, Target.ofArtifact(store.queries(), reference), keys);
    }
    return 0;
  }
}
