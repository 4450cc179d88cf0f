package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.StoreReader;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.VersionContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** Opens a store after something happened to it, and looks whether all is as it must be. */
final class StoreCheck {
  private final Set<UUID> verified = new HashSet<>();

  /**
   * What must hold of any store: nothing that was told is missing, every version can be read and is what it says, and numbers
   * have no gaps.
   *
   * @param told facts that were acknowledged
   * @param since the first run of which everything is compared
   * @return how long it took to open the store and to list its runs
   */
  Duration check(Path store, Set<String> told, long since) {
    long start = System.nanoTime();
    try (StoreReader reader = StoreReader.open(store)) {
      MetadataQueries queries = reader.queries();
      List<PipelineRun> runs = queries.runs(RunFilter.newest(Integer.MAX_VALUE));
      Duration opening = Duration.ofNanos(System.nanoTime() - start);

      assertThat(lost(queries, told, since)).as("lost").isEmpty();
      assertGapless("runs", runs.stream().map(PipelineRun::number).toList());
      for (ArtifactSummary artifact : queries.artifacts("", "", Integer.MAX_VALUE)) {
        String name = artifact.newest().artifact();
        List<ArtifactVersion> versions = queries.versions(name, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertGapless(name, versions.stream().map(ArtifactVersion::number).toList());
        versions.forEach(version -> verify(reader, version));
      }
      return opening;
    }
  }

  /** Every version that is shown can be read and is what it says, whatever else was deleted. */
  static void readable(StoreReader reader) {
    StoreCheck check = new StoreCheck();
    MetadataQueries queries = reader.queries();
    for (ArtifactSummary artifact : queries.artifacts("", "", Integer.MAX_VALUE)) {
      queries
          .versions(artifact.newest().artifact(), Long.MAX_VALUE, Integer.MAX_VALUE)
          .forEach(version -> check.verify(reader, version));
    }
  }

  /** Reads the bytes of all versions anew the next time. */
  void distrust() {
    verified.clear();
  }

  static Set<String> lost(MetadataQueries queries, Set<String> told, long since) {
    Set<String> lost = new LinkedHashSet<>(told);
    lost.removeAll(Facts.since(queries, since));
    return lost;
  }

  private void verify(StoreReader reader, ArtifactVersion version) {
    if (verified.add(version.id())) {
      VersionContent content = reader.queries().content(version.id());
      byte[] inline = content.inline();
      var ref = new StoredArtifactRef(
          version.label(),
          "sha256:" + content.manifestDigest(),
          inline == null ? new byte[0] : inline);
      assertThat(reader.artifacts().verify(ref)).as(version.label()).isEmpty();
    }
  }

  private static void assertGapless(String of, List<Long> numbers) {
    assertThat(numbers)
        .as("numbers of %s", of)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }
}
