package dev.treadle.cli.curation;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Fact;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "unset",
    header = "Take back metadata that somebody has set.",
    footer = {"", "Example:", "  treadle metadata unset model@7 licence"})
final class MetadataUnsetCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  TargetArgument target = new TargetArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY")
  List<String> keys = List.of();

  MetadataUnsetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      Target of = target.in(store);
      List<String> known =
          store.queries().facts(of.holder()).stream().map(Fact::key).toList();
      for (String key : keys) {
        if (!known.contains(key)) {
          throw new TreadleException(
              CliProblem.NOT_THERE,
              of.title() + " has no metadata '" + key + "'" + DidYouMean.line(key, known)
                  + "\nsee: treadle metadata show " + of.reference());
        }
      }
      store.write(new Change.Facts(of.holder(), List.of(), Set.copyOf(keys), session.act()));
      MetadataShowCommand.print(session, store, of);
    }
    return 0;
  }
}
