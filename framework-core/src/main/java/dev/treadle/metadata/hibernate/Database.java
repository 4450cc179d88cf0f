package dev.treadle.metadata.hibernate;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An open H2 database: one connection for the writer, a few for readers. */
final class Database implements AutoCloseable {
  // Each commit is written at once, and synced by sync(). No compacting on close: it would take
  // most of a second. A group is written by more kinds of statements than the eight whose plans H2
  // keeps unless told.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=64";
  private static final String PATIENCE = ";LOCK_TIMEOUT=" + WriteTurns.PATIENCE.toMillis();

  static {
    StoreServer.prepare();
  }

  private final ConnectionSource connections;
  private final String place;
  private final boolean durable;
  private final Readers readers;
  private volatile Statements writer;

  /**
   * @param writer a connection of the source
   * @param place for messages
   * @param durable whether the data can survive the process
   */
  Database(ConnectionSource connections, Statements writer, String place, boolean durable) {
    this.connections = connections;
    this.place = place;
    this.durable = durable;
    this.writer = writer;
    this.readers = new Readers(connections);
  }

  /** A new database in memory. */
  static Database memory(Schema schema) throws SQLException {
    DataSource source = source("mem:" + UUID.randomUUID());
    Database database = memory(source);
    Migrations.migrate(source, schema, "memory");
    return database;
  }

  /** A database in memory, gone when the last connection is closed. */
  static Database memory(DataSource source) throws SQLException {
    ConnectionSource connections = new ConnectionSource() {
      @Override
      public Statements open() throws SQLException {
        return new Statements(source.getConnection(), false);
      }

      @Override
      public void close() {}
    };
    return new Database(connections, connections.open(), "memory", false);
  }

  /** Where H2 is to find or make a database, with how we use it. */
  static DataSource source(String database) {
    return client("jdbc:h2:" + database + OPTIONS);
  }

  /** A database that is open elsewhere. */
  static DataSource client(String url) {
    var source = new JdbcDataSource();
    source.setURL(url + PATIENCE);
    source.setUser("treadle");
    source.setPassword("");
    return source;
  }

  /** Where the data are, for messages. */
  String place() {
    return place;
  }

  Statements writer() {
    return writer;
  }

  /** Replaces the writer's connection, which was lost. */
  void reconnectWriter() throws SQLException {
    writer.close();
    writer = connections.open();
  }

  Readers readers() {
    return readers;
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
    try {
      readers.close();
      writer.close();
    } finally {
      connections.close();
    }
  }
}
