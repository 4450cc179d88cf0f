package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.listing.Cursor;
import dev.treadle.cli.listing.FilterOptions;
import dev.treadle.cli.listing.PageOptions;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.Order;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    header = "List artifacts by their newest versions, or the versions of one.",
    description = "Artifacts are sorted by name, created or size.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact list --sort -size",
      "  treadle artifact list -w 'model size>1MB'",
      "  treadle artifact list penguins/train --since 7d"
    })
final class ArtifactListCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTIFACT",
      description = "list its versions, the newest first")
  @Nullable
  String artifact;

  @Mixin
  FilterOptions filters = new FilterOptions();

  @Mixin
  PageOptions pages = new PageOptions();

  /** What versions can be sorted by. */
  private enum VersionKey {
    VERSION
  }

  ArtifactListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Filter where = filters.filter(FilterTarget.ARTIFACTS, session.clock().instant());
    try (ProjectStore store = session.store()) {
      if (artifact == null) {
        artifacts(store.queries(), where);
      } else {
        versions(store.queries(), new ArtifactReferences(store.queries()).name(artifact), where);
      }
    }
    return 0;
  }

  private void artifacts(MetadataQueries queries, Filter where) {
    var sorting = pages.sorting(ArtifactQuery.Key.class, ArtifactQuery.Key.NAME, Order.ASCENDING);
    var found = queries.artifacts(new ArtifactQuery(
        where,
        sorting.key(),
        sorting.order(),
        pages
            .after(sorting)
            .map(cursor ->
                new ArtifactQuery.Position(cursor.place().key(), cursor.place().name())),
        pages.fetch()));
    pages.print(session, ArtifactListing.ARTIFACTS, found, sorting, artifact -> {
      var at = ArtifactQuery.Position.of(sorting.key(), artifact.newest());
      return new Cursor.Place(at.key(), at.name());
    });
    sayIfNone(found, where, "No artifacts. A run makes them: treadle run NAME");
  }

  private void versions(MetadataQueries queries, String name, Filter where) {
    var sorting = pages.sorting(VersionKey.class, VersionKey.VERSION, Order.DESCENDING);
    long before = pages.after(sorting).map(Cursor::number).orElse(Long.MAX_VALUE);
    List<ArtifactVersion> found = queries.versions(name, where, before, pages.fetch());
    pages.print(
        session,
        ArtifactListing.VERSIONS,
        found,
        sorting,
        version -> new Cursor.Place(version.number(), Long.toString(version.number())));
    sayIfNone(found, where, "No versions");
  }

  private void sayIfNone(List<?> found, Filter where, String text) {
    if (found.isEmpty()) {
      session.say(where.isAll() ? text : "Nothing fits the filter.");
    }
  }
}
