package dev.treadle.cli.artifact;

import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.Change;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "unalias",
    header = "Take an alias from whichever version of an artifact has it.",
    footer = {"", "Example:", "  treadle artifact unalias model champion"})
final class ArtifactUnaliasCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ARTIFACT", description = "the artifact's name")
  String artifact = "";

  @Parameters(index = "1", paramLabel = "ALIAS")
  String alias = "";

  ArtifactUnaliasCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      String name = new ArtifactReferences(store.queries()).name(artifact);
      List<Alias> aliases = store.queries().aliases(name);
      Alias taken = aliases.stream()
          .filter(each -> each.name().equals(alias))
          .findFirst()
          .orElseThrow(() -> new TreadleException(
              CoreProblem.ART_NOT_FOUND,
              "No version of '" + name + "' has the alias '" + alias + "'"
                  + DidYouMean.line(alias, aliases.stream().map(Alias::name).toList())
                  + "\nsee: treadle artifact show " + name));
      store.write(new Change.TakeAlias(name, alias, session.act()));
      ArtifactAliasCommand.print(session, name, alias, null, taken.version().number());
    }
    return 0;
  }
}
