package dev.treadle.cli.run;

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
    header = "Take tags from a run.",
    footer = {"", "Example:", "  treadle run untag 42 team"})
final class RunUntagCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY")
  List<String> keys = List.of();

  RunUntagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.remove(session, store, Target.of(run.in(store)), keys);
    }
    return 0;
  }
}
