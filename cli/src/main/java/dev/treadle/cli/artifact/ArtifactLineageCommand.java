package dev.treadle.cli.artifact;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "lineage",
    header = "Show what an artifact came from and what came from it.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact lineage report",
      "  treadle artifact lineage model@7 --up 3 --down 1",
      "  treadle artifact lineage model -o json"
    })
final class ArtifactLineageCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Option(
      names = "--up",
      paramLabel = "N|all",
      description = "steps towards the origins; default all")
  String up = "all";

  @Option(names = "--down", paramLabel = "N|all", description = "steps towards the uses; default 0")
  String down = "0";

  ArtifactLineageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int upwards = levels("--up", up);
    int downwards = levels("--down", down);
    try (ProjectStore store = session.store()) {
      Lineage lineage = Lineage.read(store.queries(), artifact.recordIn(store), upwards, downwards);
      session
          .out()
          .document(
              "Lineage",
              LineageFields.of(lineage),
              lineage.root().label(),
              look -> new LineageTree(lineage, look).lines());
    }
    return 0;
  }

  private static int levels(String option, String text) {
    if (text.equals("all")) {
      return Integer.MAX_VALUE;
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new TreadleException(
          CliProblem.USAGE, option + " is '" + text + "', give a number of steps or all");
    }
    return Integer.parseInt(text);
  }
}
