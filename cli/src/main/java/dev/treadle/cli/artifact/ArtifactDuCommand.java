package dev.treadle.cli.artifact;

import dev.treadle.cli.listing.FilterOptions;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.curation.ArtifactUsage;
import dev.treadle.curation.DiskUsage;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterTarget;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "du",
    header = "Say what takes the space, the largest artifact first.",
    description = {
      "LOGICAL is what the values have, each version by itself; STORED is what is kept of them,",
      "equal content once; SHARED is the part that other artifacts have too. The total counts",
      "shared content once. Bytes before compression."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact du",
      "  treadle artifact du -w 'pipeline=penguins created<2026-01-01' -o json"
    })
final class ArtifactDuCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  FilterOptions filters = new FilterOptions();

  ArtifactDuCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Filter where = filters.filter(FilterTarget.ARTIFACTS, session.clock().instant());
    try (ProjectStore store = session.store()) {
      DiskUsage usage = store.usage(where);
      List<ArtifactUsage> largest = usage.artifacts().stream()
          .sorted(Comparator.comparingLong(ArtifactUsage::storedBytes)
              .reversed()
              .thenComparing(ArtifactUsage::artifact))
          .toList();
      session
          .out()
          .document(
              "DiskUsage",
              new Fields()
                  .with(
                      "items",
                      largest.stream()
                          .map(each -> new Fields()
                              .with("artifact", each.artifact())
                              .with("versions", each.versions())
                              .with("logicalBytes", each.logicalBytes())
                              .with("storedBytes", each.storedBytes())
                              .with("sharedBytes", each.sharedBytes())
                              .map())
                          .toList())
                  .with("versions", usage.total().versions())
                  .with("logicalBytes", usage.total().logicalBytes())
                  .with("storedBytes", usage.total().storedBytes())
                  .map(),
              Long.toString(usage.total().storedBytes()),
              look -> table(largest, usage.total(), look).lines(look));
    }
    return 0;
  }

  private static TextTable table(List<ArtifactUsage> artifacts, ArtifactUsage total, Look look) {
    TextTable table = new TextTable("ARTIFACT", "VERSIONS", "LOGICAL", "STORED", "SHARED");
    artifacts.forEach(each -> table.row(row(Text.of(each.artifact(), Style.BOLD), each, look)));
    return table.row(row(Text.of("total"), total, look));
  }

  private static List<Text> row(Text name, ArtifactUsage usage, Look look) {
    return List.of(
        name,
        Text.of(usage.versions()),
        size(usage.logicalBytes(), look),
        size(usage.storedBytes(), look),
        size(usage.sharedBytes(), look));
  }

  private static Text size(long bytes, Look look) {
    return Text.of(look.interactive() ? Quantity.size(bytes) : Long.toString(bytes));
  }
}
