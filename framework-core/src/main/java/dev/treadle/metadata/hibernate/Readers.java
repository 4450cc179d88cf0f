package dev.treadle.metadata.hibernate;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections for reading, opened when they are needed and kept with their statements. What runs when the process that has
 * the database open ends is run again on a new connection. Thread-safe.
 */
final class Readers implements AutoCloseable {
  private static final int MOST = 8;

  private final ConnectionSource source;
  private final Semaphore places = new Semaphore(MOST);
  private final Deque<Statements> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(ConnectionSource source) {
    this.source = source;
  }

  /** Runs with a connection that nobody else has, again if it is lost; waits for one when all are in use. */
  void use(Sql.Job job) throws SQLException {
    places.acquireUninterruptibly();
    try {
      boolean done = false;
      while (!done) {
        done = isDone(job, reader());
      }
    } finally {
      places.release();
    }
  }

  /** False when the connection was lost. */
  private boolean isDone(Sql.Job job, Statements reader) throws SQLException {
    boolean works = false;
    try {
      job.run(reader);
      works = true;
      keep(reader);
      return true;
    } catch (SQLException e) {
      if (reader.isLost(e)) {
        return false;
      }
      throw e;
    } finally {
      if (!works) {
        reader.close();
      }
    }
  }

  /** Closes the connections that nobody uses now, and the others after their use. */
  @Override
  public void close() throws SQLException {
    closed = true;
    for (Statements reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
      reader.close();
    }
  }

  private Statements reader() throws SQLException {
    if (closed) {
      // A new connection would open the database again.
      throw new SQLNonTransientConnectionException("The database has been closed");
    }
    Statements ready = idle.pollFirst();
    return ready == null ? source.open() : ready;
  }

  private void keep(Statements reader) throws SQLException {
    idle.addFirst(reader);
    if (closed) {
      close();
    }
  }
}
