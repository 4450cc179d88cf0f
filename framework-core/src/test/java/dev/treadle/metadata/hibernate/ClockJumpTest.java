package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.TakeOver;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.spi.OwnerLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of who holds the file is set while a run goes on, or one whose clock differs holds it next. */
@Timeout(60)
@SuppressWarnings("try") // locks are only held
final class ClockJumpTest {
  private static final Act ANA = new Act("ana", Instant.EPOCH);

  @TempDir
  private Path folder;

  private final UUID run = UUID.randomUUID();

  @BeforeEach
  void makeFolderOfLeaders() throws Exception {
    Files.createDirectories(HibernateMetadataStore.leaders(folder));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void aRunWhoseProcessRenewsItIsNotTakenFromIt(int hours) throws Exception {
    refusedWhileItGoesOn(hours, new TakeOver(run), CoreProblem.RUN_STATE);
  }

  @Test
  void aRunWhoseProcessRenewsItIsNotDeleted() throws Exception {
    var deletion =
        new Change.DeleteRuns(List.of(run), Change.DeleteRuns.Artifacts.DELETE_UNUSED, ANA);
    refusedWhileItGoesOn(1, deletion, CoreProblem.STORE_CONFLICT);
  }

  private void refusedWhileItGoesOn(int hours, UnitOfWork<?> unit, CoreProblem problem)
      throws Exception {
    try (var leader = open();
        var other = open();
        var mine = lock();
        var theirs = lock()) {
      leader.write(ChildWriter.startRun(run));
      setClock(hours);

      CompletableFuture<?> taken = CompletableFuture.supplyAsync(() -> other.write(unit));
      await()
          .during(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(taken).isNotDone());
      leader.write(new RenewLease(run, Lease.LENGTH));

      assertThatThrownBy(taken::join)
          .cause()
          .isInstanceOfSatisfying(
              TreadleException.class, e -> assertThat(e.code()).isEqualTo(problem));
      leader.write(new RenewLease(run, Lease.LENGTH));
    }
  }

  @Test
  void aSweepWaitsForARunThatIsRenewed() throws Exception {
    try (var leader = open();
        var other = open();
        var mine = lock();
        var theirs = lock()) {
      leader.write(ChildWriter.startRun(run));
      other.write(new Sweep.Condemn(UUID.randomUUID(), Map.of("blobs/x", 7L)));
      setClock(1);

      CompletableFuture<Long> oldest =
          CompletableFuture.supplyAsync(() -> other.write(new Sweep.Begin()));
      await()
          .during(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(oldest).isNotDone());
      leader.write(new RenewLease(run, Lease.LENGTH));

      assertThat(oldest.join()).isEqualTo(1);
      leader.write(new RenewLease(run, Lease.LENGTH));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void aRunThatNobodyCanRenewIsTakenAtOnce(int hours) throws Exception {
    try (var leader = open();
        var mine = lock()) {
      leader.write(ChildWriter.startRun(run));
      setClock(hours);

      assertThat(leader.queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
      leader.write(new TakeOver(run));

      assertThat(leader.queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    }
  }

  /** Sets it by so many hours, as leases see it. */
  private void setClock(int hours) throws SQLException {
    SharedFile file = new SharedFile(StoreFile.existing(folder));
    try (var connection = file.open().connection();
        var statement = connection.createStatement()) {
      statement.execute("update run_lease set until_at = until_at - "
          + Duration.ofHours(hours).toMillis());
    } finally {
      file.close();
    }
  }

  private OwnerLock lock() throws Exception {
    return OwnerLock.take(HibernateMetadataStore.leaders(folder));
  }

  private HibernateMetadataStore open() {
    return HibernateMetadataStore.open(folder, Clock.systemUTC());
  }
}
