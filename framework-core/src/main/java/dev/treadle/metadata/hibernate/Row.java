package dev.treadle.metadata.hibernate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result. Columns count from 1. */
final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  UUID uuid(int column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  @Nullable
  UUID uuidOrNull(int column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  String text(int column) throws SQLException {
    return result.getString(column);
  }

  @Nullable
  String textOrNull(int column) throws SQLException {
    return result.getString(column);
  }

  byte[] bytes(int column) throws SQLException {
    return result.getBytes(column);
  }

  byte @Nullable [] bytesOrNull(int column) throws SQLException {
    return result.getBytes(column);
  }

  /** 0 when null. */
  long number(int column) throws SQLException {
    return result.getLong(column);
  }

  @Nullable
  Long numberOrNull(int column) throws SQLException {
    long number = result.getLong(column);
    return result.wasNull() ? null : number;
  }

  @Nullable
  Double decimalOrNull(int column) throws SQLException {
    double number = result.getDouble(column);
    return result.wasNull() ? null : number;
  }

  boolean flag(int column) throws SQLException {
    return result.getBoolean(column);
  }

  Instant instant(int column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  @Nullable
  Instant instantOrNull(int column) throws SQLException {
    long millis = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
