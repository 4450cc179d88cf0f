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
    name = "tag",
    header = "Put tags on a run.",
    description = "A tag that is there gets the new value.",
    footer = {
      "",
      "Examples:",
      "  treadle run tag 42 team=risk",
      "  treadle run list --tag team=risk"
    })
final class RunTagCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE")
  List<String> tags = List.of();

  RunTagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      TagChange.set(session, store, Target.of(run.in(store)), tags);
    }
    return 0;
  }
}
