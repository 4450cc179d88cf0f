package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.RunFilter;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several stores on one file, in this process and in others. */
@Timeout(120)
final class SharedStoreTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir
  private Path folder;

  @Test
  void whatOneWritesTheOtherReads() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    try (var holder = open();
        var guest = open()) {
      holder.write(ChildWriter.startRun(first));
      assertThat(guest.queries().run(first)).isPresent();

      guest.write(ChildWriter.startRun(second));
      assertThat(holder.queries().runs(RunFilter.newest(9)))
          .extracting(PipelineRun::id)
          .containsExactly(second, first);
    }
  }

  @Test
  void numbersAreGaplessHoweverManyWrite() {
    int each = 50;
    List<CompletableFuture<Long>> numbers = new ArrayList<>();
    try (var one = open();
        var two = open();
        var three = open()) {
      for (int i = 0; i < each; i++) {
        for (MetadataStore store : List.of(one, two, three)) {
          numbers.add(store.submit(ChildWriter.startRun(UUID.randomUUID())));
        }
      }

      assertThat(numbers.stream().map(CompletableFuture::join).toList())
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, 3L * each).boxed().toList());
    }
  }

  @Test
  void theNextTakesOverWhenTheHolderCloses() {
    var holder = open();
    try (var guest = open();
        var other = open()) {
      List<CompletableFuture<Long>> before = start(guest, 20);
      holder.close();
      List<CompletableFuture<Long>> after = start(other, 20);

      List<Long> numbers = new ArrayList<>();
      before.forEach(number -> numbers.add(number.join()));
      after.forEach(number -> numbers.add(number.join()));
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, 40).boxed().toList());
      assertThat(other.queries().runs(RunFilter.newest(99))).hasSize(40);
    }
  }

  @Test
  void whatIsBeingWrittenWhenAHolderClosesIsWrittenByTheNext() {
    int rounds = 6;
    List<CompletableFuture<Long>> numbers = new ArrayList<>();
    Deque<MetadataStore> stores = new ArrayDeque<>(List.of(open(), open(), open()));
    for (int round = 0; round < rounds; round++) {
      for (MetadataStore store : stores) {
        numbers.addAll(start(store, 30));
      }
      // Its own are written then, those of the others are not.
      stores.removeFirst().close();
      stores.addLast(open());
    }
    stores.forEach(MetadataStore::close);

    assertThat(numbers.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, rounds * 90L).boxed().toList());
  }

  @Test
  void whoStandsStillInItsTurnLosesIt() throws Exception {
    try (var holder = open();
        var first = new SharedFile(StoreFile.existing(folder));
        var second = new SharedFile(StoreFile.existing(folder));
        Statements still = first.open();
        Statements waits = second.open()) {
      holder.write(ChildWriter.startRun(UUID.randomUUID()));
      assertThat(take(still, WriteTurns.PATIENCE)).isEqualTo(WriteTurns.Taken.AFTER_OTHERS);

      assertThat(take(waits, Duration.ofMillis(100))).isEqualTo(WriteTurns.Taken.AFTER_OTHERS);

      assertThatThrownBy(() -> still.connection().commit()).matches(still::isLost);
    }
  }

  private static WriteTurns.Taken take(Statements writer, Duration patience) throws SQLException {
    writer.connection().setAutoCommit(false);
    try (var statement = writer.connection().createStatement()) {
      statement.execute("set lock_timeout " + patience.toMillis());
    }
    return new WriteTurns(UUID.randomUUID()).take(writer);
  }

  @Test
  void theOthersGoOnWhenTheHolderIsKilled() throws Exception {
    Process child = ChildWriter.start(folder);
    try (BufferedReader lines = child.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("run 1");
      try (var guest = open()) {
        assertThat(guest.write(ChildWriter.startRun(UUID.randomUUID()))).isEqualTo(2L);
        List<CompletableFuture<Long>> numbers = new ArrayList<>(start(guest, 50));

        child.toHandle().destroyForcibly();
        numbers.addAll(start(guest, 50));

        assertThat(numbers.stream().map(CompletableFuture::join).toList())
            .isEqualTo(LongStream.rangeClosed(3, 102).boxed().toList());
        assertThat(guest.queries().runs(RunFilter.newest(999))).hasSize(102);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void onlyTheOwnerCanReadHowToReachTheHolder() throws Exception {
    Path told = folder.resolve("metadata.server");
    try (var holder = open();
        var guest = open()) {
      assertThat(holder.queries().runs(RunFilter.newest(1))).isEmpty();
      assertThat(guest.queries().runs(RunFilter.newest(1))).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(told)))
          .isEqualTo("rw-------");
    }
    assertThat(told).doesNotExist();
  }

  private static List<CompletableFuture<Long>> start(MetadataStore store, int runs) {
    List<CompletableFuture<Long>> numbers = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      numbers.add(store.submit(ChildWriter.startRun(UUID.randomUUID())));
    }
    return numbers;
  }

  private HibernateMetadataStore open() {
    return HibernateMetadataStore.open(folder, CLOCK);
  }
}
