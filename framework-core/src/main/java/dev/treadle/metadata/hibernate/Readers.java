package dev.treadle.metadata.hibernate;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Connections for reading, opened when they are needed and kept with their statements. Thread-safe. */
final class Readers implements AutoCloseable {
  private static final int MOST = 8;

  private final DataSource source;
  private final Semaphore places = new Semaphore(MOST);
  private final Deque<Statements> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(DataSource source) {
    this.source = source;
  }

  /** Runs with a connection that nobody else has; waits for one when all are in use. */
  void use(Sql.Job job) throws SQLException {
    places.acquireUninterruptibly();
    try {
      Statements reader = reader();
      boolean works = false;
      try {
        job.run(reader);
        works = true;
      } finally {
        if (works) {
          keep(reader);
        } else {
          reader.close();
        }
      }
    } finally {
      places.release();
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
    return ready == null ? new Statements(source.getConnection()) : ready;
  }

  private void keep(Statements reader) throws SQLException {
    idle.addFirst(reader);
    if (closed) {
      close();
    }
  }
}
