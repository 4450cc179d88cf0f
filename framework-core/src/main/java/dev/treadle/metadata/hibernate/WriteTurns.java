package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.Lease;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.h2.api.ErrorCode;

/**
 * The turns of one writer among those of all processes that write to the same database.
 *
 * <p>A transaction begins by inserting the next turn. The primary key lets one writer of several have it; the others wait in
 * the database for its end and then take the one after. So what a writer has seen since it began its turn stays true until
 * it commits, and whoever finds all turns since its last to be its own knows that nobody else has written.
 *
 * <p>A commit whose outcome is unknown, as the connection was lost, is taken again with the same turn: if the turn is there
 * and this writer's, the commit happened.
 */
final class WriteTurns {
  /** What taking a turn found. */
  enum Taken {
    /** Nobody else wrote since this writer's last turn. */
    UNDISTURBED,
    /** Others may have written. */
    AFTER_OTHERS,
    /** The transaction that had the turn before the connection was lost has been committed. */
    COMMITTED_BEFORE
  }

  /**
   * How long to wait for the turn of another; the database makes up to twice as long of it. A process that was stopped in its
   * turn, or whose machine sleeps, must not keep the others from renewing their leases.
   */
  static final Duration PATIENCE = Lease.RENEWAL;

  /** How often, as the turn may be that of the process that has the file open, whose disk is slow. */
  private static final int MOST_WAITS = 6;

  private static final String END_STANDING_STILL =
      "select abort_session(session_id) from information_schema.sessions where contains_uncommitted"
          + " and client_addr is not null and session_id <> session_id()";
  private static final int KEPT = 10_000;
  private static final String DUPLICATE = "23505";

  private final UUID writer;
  /** This writer's last committed turn, or the newest of all; 0 when unknown. */
  private long last;
  /** The turn of the transaction that goes on or whose outcome is unknown, 0 when there is none. */
  private long open;

  WriteTurns(UUID writer) {
    this.writer = writer;
  }

  /**
   * Takes a turn as the first thing in a transaction. Waits while another writer's is not committed; one that stands still loses
   * its connection, and with it the turn.
   */
  Taken take(Statements statements) throws SQLException {
    Taken taken = last == 0 ? Taken.AFTER_OTHERS : Taken.UNDISTURBED;
    int waits = 0;
    while (true) {
      long turn = open == 0 ? (last == 0 ? newest(statements) : last) + 1 : open;
      open = turn;
      try {
        if (insert(statements, turn)) {
          return taken;
        }
      } catch (SQLException e) {
        waits++;
        if (e.getErrorCode() != ErrorCode.LOCK_TIMEOUT_1 || waits == MOST_WAITS) {
          throw e;
        }
        statements.connection().rollback();
        Sql.on(statements).list(END_STANDING_STILL, row -> row.flag(1));
        statements.connection().rollback();
        continue;
      }
      statements.connection().rollback();
      if (isMine(statements, turn)) {
        return Taken.COMMITTED_BEFORE;
      }
      open = 0;
      last = newest(statements);
      taken = Taken.AFTER_OTHERS;
    }
  }

  /** The transaction that took the turn is committed. */
  void committed() {
    last = open;
    open = 0;
  }

  /** Forgets, now and then, turns that nobody can be in doubt of any more. */
  void prune(Statements statements) throws SQLException {
    if (last % KEPT == 0) {
      try (var statement =
          statements.connection().prepareStatement("delete from write_turn where turn <= ?")) {
        statement.setLong(1, last - KEPT);
        statement.executeUpdate();
      }
      statements.connection().commit();
    }
  }

  /** The transaction that took the turn is undone. */
  void rolledBack() {
    open = 0;
  }

  private boolean insert(Statements statements, long turn) throws SQLException {
    String sql = "insert into write_turn (turn, writer) values (?, ?)";
    var statement = statements.take(sql);
    try {
      statement.setLong(1, turn);
      statement.setObject(2, writer);
      statement.executeUpdate();
      statements.giveBack(sql, statement);
      return true;
    } catch (SQLException e) {
      statement.close();
      if (DUPLICATE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private boolean isMine(Statements statements, long turn) {
    return Sql.on(statements)
        .first("select 1 from write_turn where turn = ? and writer = ?", row -> 1, turn, writer)
        .isPresent();
  }

  private static long newest(Statements statements) {
    return Sql.on(statements)
        .first("select max(turn) from write_turn", row -> row.number(1))
        .orElse(0L);
  }
}
