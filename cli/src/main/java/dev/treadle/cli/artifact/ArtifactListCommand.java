package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.metadata.ArtifactSummary;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    header = "List artifacts, or the versions of one.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact list",
      "  treadle artifact list --name model",
      "  treadle artifact list penguins/train"
    })
final class ArtifactListCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTIFACT",
      description = "list its versions, the newest first")
  @Nullable
  String artifact;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "artifacts whose name contains the text")
  String name = "";

  @Option(names = "--limit", paramLabel = "N", description = "how many; default ${DEFAULT-VALUE}")
  int limit = 50;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "go on after the page before")
  @Nullable
  String cursor;

  ArtifactListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      if (artifact == null) {
        List<ArtifactSummary> found =
            store.queries().artifacts(name, cursor == null ? "" : cursor, limit + 1);
        page(ArtifactListing.ARTIFACTS, found, ArtifactSummary::name);
      } else {
        String full = new ArtifactReferences(store.queries()).name(artifact);
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<ArtifactVersion> found = store.queries().versions(full, before, limit + 1);
        page(ArtifactListing.VERSIONS, found, version -> Long.toString(version.number()));
      }
    }
    return 0;
  }

  private <T> void page(Listing<T> listing, List<T> found, Function<T, String> position) {
    List<T> page = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > page.size() && !page.isEmpty()
        ? position.apply(page.get(page.size() - 1))
        : null;
    session.out().list(listing, page, next);
    if (next != null && !session.format().isJson()) {
      session.say("More: --cursor " + next);
    }
  }
}
