package dev.treadle.metadata.hibernate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An open H2 database: one connection for the writer, a small pool for readers.
 *
 * <p>H2's own pool, because connections to an embedded database are cheap and a list of them is all that is needed.
 */
final class Database implements AutoCloseable {
  // Each commit is written at once, and synced by sync(). No compacting on close: it would take
  // most of a second.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  private static final int READERS = 8;

  private final String place;
  private final boolean durable;
  private final Connection writer;
  private final JdbcConnectionPool readers;

  private Database(String url, String place, boolean durable) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("treadle");
    source.setPassword("");
    this.place = place;
    this.durable = durable;
    this.writer = source.getConnection();
    this.readers = JdbcConnectionPool.create(source);
    readers.setMaxConnections(READERS);
  }

  static Database memory() throws SQLException {
    return new Database("jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS, "memory", false);
  }

  /**
   * Opens a file that exists.
   *
   * <p>{@code async:} because a plain file channel is closed for everyone when a reading thread is interrupted, as the
   * threads of cancelled steps are.
   */
  static Database file(Path file) throws SQLException {
    String base = file.toString().substring(0, file.toString().length() - ".mv.db".length());
    return new Database("jdbc:h2:async:" + base + OPTIONS, file.toString(), true);
  }

  /** Where the data are, for messages. */
  String place() {
    return place;
  }

  Connection writer() {
    return writer;
  }

  DataSource readers() {
    return readers;
  }

  /** Makes what is committed survive a power cut. */
  void sync() throws SQLException {
    if (durable) {
      try (var statement = writer.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    readers.dispose();
    writer.close();
  }
}
