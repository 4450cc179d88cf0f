package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.ArtifactVersion;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class KilledWriterTest {
  private static final int CYCLES = 10;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;

  @TempDir
  private Path directory;

  @Test
  @Timeout(120)
  void nothingAcknowledgedIsLost() throws Exception {
    Map<UUID, Long> acknowledged = new HashMap<>();
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      Process child = ChildWriter.start(directory);
      try (BufferedReader lines = child.inputReader()) {
        assertThat(lines.readLine()).isEqualTo("run " + cycle);
        for (int i = 0; i < ACKNOWLEDGED_BEFORE_THE_KILL + cycle; i++) {
          note(lines.readLine(), acknowledged);
        }
        child.toHandle().destroyForcibly(); // of the process, it would close our end too
        lines.lines().filter(KilledWriterTest::isWhole).forEach(line -> note(line, acknowledged));
      }
      child.waitFor();
      assertNothingIsLost(acknowledged);
    }
  }

  private void assertNothingIsLost(Map<UUID, Long> acknowledged) {
    try (var store = HibernateMetadataStore.openForReading(directory, Clock.systemUTC())) {
      List<ArtifactVersion> versions =
          store.queries().versions("churn/step/result", Long.MAX_VALUE, Integer.MAX_VALUE);
      Map<UUID, Long> found = new HashMap<>();
      versions.forEach(version -> found.put(version.id(), version.number()));

      assertThat(found).containsAllEntriesOf(acknowledged);
      assertThat(found.values())
          .as("gapless")
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, versions.size()).boxed().toList());
    }
  }

  // The last line may be cut by the kill.
  private static boolean isWhole(String line) {
    return line.matches("version [0-9a-f-]{36} [0-9]+");
  }

  private static void note(String line, Map<UUID, Long> acknowledged) {
    String[] words = line.split(" ");
    acknowledged.put(UUID.fromString(words[1]), Long.parseLong(words[2]));
  }
}
