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
    name = "untag",
    header = "Take tags from a version of an artifact.",
    footer = {"", "Example:", "  treadle artifact untag model@7 reviewed"})
final class ArtifactUntagCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY")
  List<String> keys = List.of();

  ArtifactUntagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.remove(session, store, Target.of(artifact.in(store)), keys);
    }
    return 0;
  }
}
