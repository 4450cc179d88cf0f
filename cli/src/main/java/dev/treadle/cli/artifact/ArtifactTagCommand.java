package dev.treadle.cli.artifact;

import dev.treadle.cli.curation.TagChange;
import dev.treadle.cli.curation.Target;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
  List<String> tags = List.of();

  ArtifactTagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.set(session, store, Target.of(artifact.in(store)), tags);
    }
    return 0;
  }
}
