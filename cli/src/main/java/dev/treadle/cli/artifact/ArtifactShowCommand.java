package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    header = "Show a version of an artifact.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact show train",
      "  treadle artifact show model@7 -o json"
    })
final class ArtifactShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ARTIFACT", description = "name, name@7, run:42/train/model, sha256:…")
  String artifact = "";

  ArtifactShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = new ArtifactReferences(store.queries()).resolve(artifact);
      List<StoredFile> files = store.files(version);
      List<Fact> facts = store.queries().versionFacts(version.id());
      Lineage lineage = Lineage.read(store.queries(), version, 0, 1);
      Map<String, Object> metadata = new TreeMap<>();
      facts.forEach(fact -> metadata.put(fact.key(), new Json.Raw(fact.json())));
      session
          .out()
          .document(
              "ArtifactVersion",
              ArtifactListing.fields(version)
                  .with(
                      "files",
                      files.stream()
                          .map(file -> new Fields()
                              .with("name", file.name())
                              .with("sizeBytes", file.sizeBytes())
                              .with("sha256", file.sha256())
                              .map())
                          .toList())
                  .with("metadata", metadata)
                  .with(
                      "usedBy",
                      lineage.steps().stream()
                          .map(step -> new Fields()
                              .with("run", step.run())
                              .with("pipeline", step.pipeline())
                              .with("step", step.step().label())
                              .map())
                          .toList())
                  .map(),
              version.label(),
              look -> lines(version, files, facts, lineage, look));
    }
    return 0;
  }

  private static List<String> lines(
      ArtifactVersion version,
      List<StoredFile> files,
      List<Fact> facts,
      Lineage lineage,
      Look look) {
    List<String> lines = new ArrayList<>();
    lines.add(look.line(
        Text.of(version.label() + "   ", Style.BOLD),
        ArtifactListing.type(version, look),
        Text.of(" · " + Quantity.size(version.sizeBytes()) + " · "),
        ArtifactListing.digest(version, look),
        Text.of(" · "),
        look.time(version.createdAt())));
    fact(lines, look, "from", ArtifactListing.producer(version).content());
    fact(lines, look, "summary", version.summary());
    fact(lines, look, "format", version.materializer());
    fact(
        lines,
        look,
        "meta",
        facts.stream().map(f -> f.key() + "=" + f.json()).collect(Collectors.joining("  ")));
    for (StoredFile file : files) {
      fact(lines, look, "file", file.name() + "  " + Quantity.size(file.sizeBytes()));
    }
    fact(
        lines,
        look,
        "used by",
        lineage.steps().stream()
            .map(step ->
                step.pipeline() + " #" + step.run() + " / " + step.step().label())
            .collect(Collectors.joining(", ")));
    return lines;
  }

  private static void fact(List<String> lines, Look look, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(look.line(
          Text.of("  " + name + " ".repeat(9 - name.length()), Style.DIM), Text.of(value)));
    }
  }
}
