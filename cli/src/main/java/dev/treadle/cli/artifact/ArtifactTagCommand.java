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
    name = "tag",
    header = "Put tags on a version of an artifact.",
    description = "A tag that is there gets the new value.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact tag model@7 reviewed=yes",
      "  treadle artifact list --tag reviewed=yes"
    })
final class ArtifactTagCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "ARTIFACT",
      description = "name, name@7, name@alias, run:42/train/model, sha256:…")
  String reference = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
  List<String> tags = List.of();

  ArtifactTagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.set(session, store, Target.ofArtifact(store.queries(), reference), tags);
    }
    return 0;
  }
}
