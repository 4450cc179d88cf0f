package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.curation.TagText;
import dev.treadle.cli.output.FactText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  ArtifactShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      show(session, store, artifact.recordIn(store));
    }
    return 0;
  }

  static void show(Session session, ProjectStore store, ArtifactVersion version) {
    List<StoredFile> files = version.deletedAt() == null ? store.files(version) : List.of();
    List<Fact> facts = store.queries().facts(Holder.ofVersion(version.id()));
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

  private static List<String> lines(
      ArtifactVersion version,
      List<StoredFile> files,
      List<Fact> facts,
      Lineage lineage,
      Look look) {
    return new Page(look)
        .text(
            Text.of(version.label() + "   ", Style.BOLD),
            ArtifactListing.type(version, look),
            Text.of(" · " + Quantity.size(version.sizeBytes()) + " · "),
            ArtifactListing.digest(version, look),
            Text.of(" · "),
            look.time(version.createdAt()))
        .fact("deleted", deletion(version, look))
        .fact("from", ArtifactListing.producer(version).content())
        .fact("aliases", String.join(", ", version.aliases()))
        .fact("tags", TagText.of(version.tags()))
        .fact("summary", version.summary())
        .fact("format", version.materializer())
        .fact("meta", FactText.of(facts))
        .fact(
            "files",
            files.stream()
                .map(file -> file.name() + " " + Quantity.size(file.sizeBytes()))
                .collect(Collectors.joining("  ")))
        .fact("used by", usedBy(lineage))
        .lines();
  }

  private static String deletion(ArtifactVersion version, Look look) {
    return version.deletedAt() == null
        ? ""
        : look.time(version.deletedAt()).content()
            + (version.deletedBy() == null ? "" : " by " + version.deletedBy());
  }

  /** {@code wide #2 / fit ×8}: the items of a map together. */
  private static String usedBy(Lineage lineage) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    lineage
        .steps()
        .forEach(step -> labels
            .computeIfAbsent(
                step.pipeline() + " #" + step.run() + " / " + step.step().step(),
                key -> new ArrayList<>())
            .add(step.pipeline() + " #" + step.run() + " / " + step.step().label()));
    return labels.entrySet().stream()
        .map(uses -> uses.getValue().size() == 1
            ? uses.getValue().get(0)
            : uses.getKey() + " ×" + uses.getValue().size())
        .collect(Collectors.joining(",  "));
  }
}
