package dev.treadle.metadata.hibernate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An open H2 database: one connection for the writer, a few for readers. */
final class Database implements AutoCloseable {
  // Each commit is written at once, and synced by sync(). No compacting on close: it would take
  // most of a second.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private final String place;
  private final boolean durable;
  private final DataSource source;
  private final Statements writer;
  private final Readers readers;

  private Database(String url, String place, boolean durable) throws SQLException {
    var source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("treadle");
    source.setPassword("");
    this.place = place;
    this.durable = durable;
    this.source = source;
    this.writer = new Statements(source.getConnection());
    this.readers = new Readers(source);
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

  Statements writer() {
    return writer;
  }

  Readers readers() {
    return readers;
  }

  /** Opens further connections. */
  DataSource source() {
    return source;
  }

  /** Makes what is committed survive a power cut. */
  void sync() throws SQLException {
    if (durable) {
      try (var statement = writer.connection().createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    readers.close();
    writer.close();
  }
}
