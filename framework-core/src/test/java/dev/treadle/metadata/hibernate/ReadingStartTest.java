package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.metadata.RunFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command that only reads must not load, as its start would take three seconds instead of a third of one. */
final class ReadingStartTest {
  @TempDir
  private Path directory;

  @Test
  void readingLoadsNeitherHibernateNorFlyway() throws Exception {
    try (var store = HibernateMetadataStore.open(directory, Clock.systemUTC())) {
      store.submit(ChildWriter.startRun(UUID.randomUUID())).join();
    }

    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout",
            "-cp",
            System.getProperty("java.class.path"),
            Reading.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("runs: 1")
        .contains(" org.h2.engine.Database ")
        .doesNotContain(" org.hibernate.")
        .doesNotContain(" org.flywaydb.")
        .doesNotContain(" jakarta.persistence.");
  }

  static final class Reading {
    private Reading() {}

    public static void main(String[] arguments) {
      try (var store =
          HibernateMetadataStore.openForReading(Path.of(arguments[0]), Clock.systemUTC())) {
        System.out.println("runs: " + store.queries().runs(RunFilter.newest(9)).size());
      }
    }
  }
}
