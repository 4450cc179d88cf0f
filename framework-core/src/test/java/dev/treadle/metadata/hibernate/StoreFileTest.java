package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFileTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Schema LATER = new Schema(
      10,
      List.of("classpath:dev/treadle/metadata/migration", "classpath:dev/treadle/metadata/later"));

  @TempDir
  private Path folder;

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    Path place = folder.resolve("deep/store");
    UUID run = UUID.randomUUID();
    try (var store = HibernateMetadataStore.open(place, CLOCK)) {
      store.submit(ChildWriter.startRun(run)).join();
    }

    try (var store = HibernateMetadataStore.openForReading(place, CLOCK)) {
      assertThat(store.queries().runs(RunFilter.newest(9)))
          .extracting(PipelineRun::id)
          .containsExactly(run);
      assertThat(store.submit(ChildWriter.startRun(UUID.randomUUID())).join()).isEqualTo(2L);
    }
  }

  @Test
  void folderAndFileAreTheOwnersOnly() throws Exception {
    Path place = folder.resolve("store");

    HibernateMetadataStore.open(place, CLOCK).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
    try (var files = Files.list(place)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void readingDoesNotMakeAStore() throws Exception {
    assertFails(
        () -> HibernateMetadataStore.openForReading(folder, CLOCK),
        CoreProblem.STORE_UNREACHABLE,
        folder.toString());
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertFails(
        () -> HibernateMetadataStore.open(file, CLOCK),
        CoreProblem.STORE_UNREACHABLE,
        file.toString());
  }

  @Test
  void whatIsNoStoreIsRefused() throws Exception {
    Files.write(folder.resolve("metadata.mv.db"), new byte[8_192]);

    assertFails(
        () -> HibernateMetadataStore.open(folder, CLOCK), CoreProblem.STORE_IO, "is damaged");
  }

  @Test
  void anOlderStoreIsCopiedBeforeItIsMigrated() throws Exception {
    UUID run = UUID.randomUUID();
    try (var store = HibernateMetadataStore.open(folder, CLOCK)) {
      store.submit(ChildWriter.startRun(run)).join();
    }

    HibernateMetadataStore.open(folder, CLOCK, LATER).close();

    assertFails(
        () -> HibernateMetadataStore.open(folder, CLOCK),
        CoreProblem.STORE_SCHEMA_NEWER,
        "has schema version 10 and this Treadle knows up to 9");
    Path restored = Files.createDirectory(folder.resolve("restored"));
    Files.copy(folder.resolve("metadata.v9.backup.mv.db"), restored.resolve("metadata.mv.db"));
    try (var store = HibernateMetadataStore.open(restored, CLOCK)) {
      assertThat(store.queries().run(run)).isPresent();
    }
  }

  @Test
  void anInterruptedReaderDoesNotCloseTheFileForOthers() {
    UUID run = UUID.randomUUID();
    try (var store = HibernateMetadataStore.open(folder, CLOCK)) {
      store.submit(ChildWriter.startRun(run)).join();
    }

    try (var store = HibernateMetadataStore.open(folder, CLOCK)) {
      Thread.currentThread().interrupt();
      assertThat(store.queries().run(run)).isPresent();
      assertThat(Thread.interrupted()).isTrue();

      assertThat(store.submit(ChildWriter.startRun(UUID.randomUUID())).join()).isEqualTo(2L);
    }
  }

  private static void assertFails(ThrowingCallable action, CoreProblem code, String text) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(text);
  }
}
