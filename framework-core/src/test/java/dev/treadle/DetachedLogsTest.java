package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedLogsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final UUID KNOWN = new UUID(1, 1);
  private static final UUID GONE = new UUID(2, 2);

  @TempDir
  Path store;

  @Test
  void thoseOfNoRunAreLeftAfterADay() throws IOException {
    Duration old = Duration.ofHours(25);
    Path kept = log("a", KNOWN, old);
    Path deleted = log("b", GONE, old);
    Path starting = log("c", GONE, Duration.ofHours(23));
    Path refused = written(new DetachedLogs(store).open("d"), old);
    Path early = written(new DetachedLogs(store).open("e"), Duration.ZERO);
    Leftovers leftovers = new Leftovers(store, CLOCK, KNOWN::equals);

    assertThat(leftovers.count()).isEqualTo(2);
    assertThat(leftovers.delete()).isEqualTo(2);

    assertThat(deleted).doesNotExist();
    assertThat(refused).doesNotExist();
    assertThat(kept).exists();
    assertThat(starting).exists();
    assertThat(early).exists();
    assertThat(leftovers.count()).isZero();
  }

  @Test
  void goWithTheirRun() throws IOException {
    Path first = log("a", GONE, Duration.ZERO);
    Path resumed = log("b", GONE, Duration.ZERO);
    Path other = log("a", KNOWN, Duration.ZERO);

    new DetachedLogs(store).delete(GONE);

    assertThat(first).doesNotExist();
    assertThat(resumed).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void aStoreWithoutAnyHasNone() throws IOException {
    new DetachedLogs(store).delete(GONE);

    assertThat(new Leftovers(store, CLOCK, run -> false).count()).isZero();
  }

  private Path log(String name, UUID run, Duration age) throws IOException {
    DetachedLogs logs = new DetachedLogs(store);
    return written(logs.assign(Files.createFile(logs.open(name)), run), age);
  }

  private static Path written(Path file, Duration age) throws IOException {
    Files.writeString(file, "printed");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
