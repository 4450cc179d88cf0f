package dev.treadle.cli.store;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.diff.Category;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ColumnDifference;
import dev.treadle.api.diff.ColumnSummary;
import dev.treadle.api.diff.ComparedArtifact;
import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.PopulationShift;
import dev.treadle.api.diff.PopulationShift.Binning;
import dev.treadle.api.diff.SchemaChange;
import dev.treadle.api.diff.TableDifference;
import dev.treadle.api.run.ArtifactVersion;
import java.util.List;

/** Differences as the core would find them. */
public final class SampleDiffs {
  private SampleDiffs() {}

  /** Of two versions whose columns moved in every way there is. */
  static ArtifactDiff table(ArtifactVersion base, ArtifactVersion other) {
    return new ArtifactDiff(
        ArtifactDiff.FORMAT, side(base), side(other), table(), List.of("A note of the comparison"));
  }

  /** Any difference between two versions of {@code data}. */
  public static ArtifactDiff of(Difference difference) {
    return new ArtifactDiff(
        ArtifactDiff.FORMAT,
        new ComparedArtifact("data@1", "sha256:aa", 10, "Data", "json/1"),
        new ComparedArtifact("data@2", "sha256:bb", 12, "Data", "json/1"),
        difference,
        List.of());
  }

  private static TableDifference table() {
    ColumnSummary same = new ColumnSummary(988, 0, null, "a", "b", 2);
    return new TableDifference(
        988,
        1_000,
        List.of(
            new SchemaChange("old", ChangeKind.REMOVED, "text", null),
            new SchemaChange("new", ChangeKind.ADDED, null, "double")),
        List.of(
            new ColumnDifference(
                "age",
                "integer",
                new ColumnSummary(988, 0, 35.6, "19", "75", 53),
                new ColumnSummary(1_000, 10, 35.5, "19", "75", 53),
                List.of(),
                List.of(),
                new PopulationShift(0.004, Binning.DECILES, 11, 988)),
            new ColumnDifference(
                "purpose",
                "text",
                new ColumnSummary(988, 0, null, "car", "tv", 9),
                new ColumnSummary(1_000, 0, null, "car", "tv", 10),
                List.of(new Category("re\u001b[2Jtraining", 9)),
                List.of(),
                new PopulationShift(0.3, Binning.CATEGORIES, 10, 0)),
            new ColumnDifference("kind", "text", same, same, List.of(), List.of(), null)));
  }

  private static ComparedArtifact side(ArtifactVersion version) {
    return new ComparedArtifact(
        version.label(),
        version.digest(),
        version.sizeBytes(),
        version.type(),
        version.materializer());
  }
}
