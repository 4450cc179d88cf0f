package dev.treadle.metadata.hibernate;

import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.UnderClaim;
import dev.treadle.metadata.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;

/**
 * Writes a group in one transaction, or, when a unit spoils it, each unit in one of its own. What was going on when the
 * connection was lost is settled by its turn on a new one: it is found committed, or done again.
 */
final class GroupTransaction {
  private final SessionFactory factory;
  private final Database database;
  private final Lapses lapses;
  private final Supplier<UUID> ids;
  private final WriteTurns turns;
  private final Map<UUID, Long> fences = new HashMap<>();
  private Catalog catalog;
  private Stager stager;

  GroupTransaction(SessionFactory factory, Database database, Lapses lapses, Supplier<UUID> ids)
      throws SQLException {
    this.factory = factory;
    this.database = database;
    this.lapses = lapses;
    this.ids = ids;
    this.turns = new WriteTurns(ids.get());
    this.catalog = new Catalog(database.writer(), fences);
    this.stager = new Stager(catalog, lapses, ids);
    connected(this::begin);
  }

  /**
   * Writes, commits and syncs. Every submission then knows its result or its failure.
   *
   * @throws RuntimeException or SQLException when the disk or the database failed; then none may be acknowledged
   */
  void write(List<Submission<?>> group) throws SQLException {
    if (group.size() > 1 && group.stream().anyMatch(GroupTransaction::looks)) {
      // It looks at what is written, which what is only staged is not.
      writeOneByOne(group);
    } else {
      writeTogether(group);
    }
    Failpoints.hit("commit.beforeSync");
    connected(database::sync);
    Failpoints.hit("commit.afterSync");
    connected(() -> turns.prune(database.writer()));
    catalog.trim();
  }

  private void writeTogether(List<Submission<?>> group) throws SQLException {
    try {
      transact(group);
    } catch (RuntimeException | SQLException e) {
      rollBack(e);
      if (group.size() == 1) {
        group.get(0).failed(StoreErrors.ofUnit(e));
      } else {
        writeOneByOne(group);
      }
    }
  }

  private void writeOneByOne(List<Submission<?>> group) throws SQLException {
    for (Submission<?> submission : group) {
      try {
        transact(List.of(submission));
      } catch (RuntimeException | SQLException e) {
        rollBack(e);
        submission.failed(StoreErrors.ofUnit(e));
      }
    }
  }

  private void transact(List<Submission<?>> group) throws SQLException {
    connected(() -> {
      WriteTurns.Taken taken = turns.take(database.writer());
      if (taken == WriteTurns.Taken.AFTER_OTHERS) {
        catalog.othersWrote();
      }
      if (taken != WriteTurns.Taken.COMMITTED_BEFORE) {
        stageAndCommit(group);
      }
      turns.committed();
    });
  }

  private void stageAndCommit(List<Submission<?>> group) throws SQLException {
    Failpoints.hit("commit.beforeWriting");
    Rows rows = new Rows();
    catalog.loadArtifacts(artifactsOf(group));
    Set<UUID> finished = finishedIn(group);
    for (Submission<?> submission : group) {
      if (submission.unit() instanceof StartStep start && finished.contains(start.stepRun())) {
        continue;
      }
      try {
        submission.written(stager.stage(submission.unit(), rows));
      } catch (MetadataStoreException refused) {
        if (refused.getCause() != null) {
          throw refused; // not for the unit's sake
        }
        submission.failed(refused);
      }
    }
    Connection connection = database.writer().connection();
    try (var session =
        factory.withStatelessOptions().connection(connection).openStatelessSession()) {
      // Without a transaction of its own Hibernate writes row by row, whatever the batch size.
      Transaction transaction = session.beginTransaction();
      rows.writeTo(session, connection);
      Failpoints.hit("commit.beforeCommit");
      transaction.commit();
      Failpoints.hit("commit.afterCommit");
    }
  }

  /** Runs a part, again on a new connection each time the connection is lost. */
  private void connected(Part part) throws SQLException {
    boolean lost = false;
    while (true) {
      try {
        if (lost) {
          reconnect();
          lost = false;
        }
        part.run();
        return;
      } catch (RuntimeException | SQLException e) {
        if (!database.writer().isLost(e)) {
          throw e;
        }
        lost = true;
      }
    }
  }

  private void reconnect() throws SQLException {
    database.reconnectWriter();
    catalog = new Catalog(database.writer(), fences);
    stager = new Stager(catalog, lapses, ids);
    begin();
  }

  private void begin() throws SQLException {
    database.writer().connection().setAutoCommit(false);
  }

  /** Undoes the transaction, and gives up when the failure is not a unit's. */
  private void rollBack(Exception cause) throws SQLException {
    catalog.forget();
    if (!StoreErrors.isOfTheUnit(cause)) {
      throw StoreErrors.ofStore(cause, database.place());
    }
    connected(() -> database.writer().connection().rollback());
    turns.rolledBack();
  }

  private static boolean looks(Submission<?> submission) {
    return submission.unit() instanceof Sweep
        || submission.unit() instanceof Change.DeleteRuns
        || submission.unit() instanceof Change.DeleteVersions;
  }

  private static UnitOfWork<?> said(Submission<?> submission) {
    return submission.unit() instanceof UnderClaim<?> claimed ? claimed.unit() : submission.unit();
  }

  private static Set<UUID> finishedIn(List<Submission<?>> group) {
    Set<UUID> finished = new HashSet<>();
    for (Submission<?> submission : group) {
      if (said(submission) instanceof FinishStep finish) {
        finished.add(finish.stepRun());
      }
    }
    return finished;
  }

  private static Set<String> artifactsOf(List<Submission<?>> group) {
    Set<String> names = new HashSet<>();
    for (Submission<?> submission : group) {
      if (said(submission) instanceof FinishStep finish) {
        finish.outputs().stream().map(NewVersion::artifact).forEach(names::add);
      } else if (submission.unit() instanceof RegisterExternal external) {
        names.add(external.artifact());
      } else if (submission.unit() instanceof ImportVersion imported) {
        names.add(imported.artifact());
      }
    }
    return names;
  }

  @FunctionalInterface
  private interface Part {
    void run() throws SQLException;
  }
}
