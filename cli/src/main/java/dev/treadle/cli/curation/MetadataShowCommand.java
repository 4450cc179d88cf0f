package dev.treadle.cli.curation;

import dev.treadle.cli.output.FactText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.metadata.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    header = "Show the metadata of a run, a step or an artifact.",
    footer = {
      "",
      "Examples:",
      "  treadle metadata show @latest",
      "  treadle metadata show run:42/train -o json",
      "  treadle metadata show model@7"
    })
final class MetadataShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  TargetArgument target = new TargetArgument();

  MetadataShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      print(session, store, target.in(store));
    }
    return 0;
  }

  static void print(Session session, ProjectStore store, Target of) {
    List<Fact> facts = store.queries().facts(of.holder());
    Map<String, Object> metadata = new TreeMap<>();
    facts.forEach(fact -> metadata.put(fact.key(), new Json.Raw(fact.json())));
    session
        .out()
        .document(
            "Metadata",
            new Fields()
                .with("target", of.reference())
                .with("metadata", metadata)
                .map(),
            of.reference(),
            look -> {
              List<String> lines = new ArrayList<>(List.of(look.line(
                  Text.of(of.title(), Style.BOLD),
                  Text.of(facts.isEmpty() ? "   no metadata" : ""))));
              TextTable table = new TextTable("  ", List.of()).cutting(1);
              facts.forEach(fact ->
                  table.row(Text.of(fact.key(), Style.DIM), Text.of(FactText.value(fact.json()))));
              lines.addAll(table.lines(look));
              return lines;
            });
  }
}
