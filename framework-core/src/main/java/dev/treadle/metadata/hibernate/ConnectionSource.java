package dev.treadle.metadata.hibernate;

import java.sql.SQLException;

/** Opens connections to one database. Thread-safe. */
interface ConnectionSource extends AutoCloseable {

  /** A new connection. */
  Statements open() throws SQLException;

  /** Gives up what the source holds; connections must have been closed. */
  @Override
  void close();
}
