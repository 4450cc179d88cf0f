package dev.treadle.metadata.hibernate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connection with the statements that it ran last, ready to run again: H2 parses and plans anew whatever is prepared anew,
 * which takes ten times as long as a look-up. Not thread-safe.
 */
final class Statements implements AutoCloseable {
  private static final int MOST = 64;

  private final Connection connection;
  private final boolean remote;
  // The most recently used last. A statement that runs is not in it, so that a query in a query has
  // its own.
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  /**
   * @param remote whether another process has the database open, and may end
   */
  Statements(Connection connection, boolean remote) {
    this.connection = connection;
    this.remote = remote;
  }

  Connection connection() {
    return connection;
  }

  /**
   * Whether a failure means that the process at the other end is gone, so that a new connection may do. One that is ending
   * undoes under our hands what it does for us, which fails in as many ways: what it then said last is no reason.
   */
  boolean isLost(Throwable failure) {
    return remote
        && (StoreErrors.isLostConnection(failure)
            || (!StoreErrors.isOfTheUnit(failure) && !answers()));
  }

  private boolean answers() {
    try {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A statement for the caller alone until it is given back. */
  PreparedStatement take(String sql) throws SQLException {
    PreparedStatement ready = idle.remove(sql);
    return ready == null ? connection.prepareStatement(sql) : ready;
  }

  /** Keeps a statement that has run for the next time. */
  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    statement.clearParameters();
    PreparedStatement other = idle.put(sql, statement);
    if (other != null) {
      other.close();
    }
    if (idle.size() > MOST) {
      Iterator<PreparedStatement> oldest = idle.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /** Closes the connection, and with it all statements. */
  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } catch (SQLException e) {
      if (!isLost(e)) {
        throw e;
      }
    }
  }
}
