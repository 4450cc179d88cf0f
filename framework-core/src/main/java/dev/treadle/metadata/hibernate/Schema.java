package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.MetadataStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The version of the tables, and where its migrations are.
 *
 * <p>The version is read over plain JDBC, because starting Flyway costs more than most commands.
 *
 * @param current the newest version this code knows
 */
record Schema(int current, List<String> locations) {
  static final Schema CORE = new Schema(9, List.of("classpath:dev/treadle/metadata/migration"));
  static final int NONE = 0;

  private static final String HISTORY = "flyway_schema_history";

  /** The version of a database, {@link #NONE} when it is empty. */
  int versionOf(Connection connection) throws SQLException {
    try (var tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
      if (!tables.next()) {
        return NONE;
      }
    }
    String sql =
        "select \"version\" from \"" + HISTORY + "\" where \"success\" and \"version\" is not null";
    int newest = NONE;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
      }
    }
    return newest;
  }

  /**
   * Refuses what this code cannot use.
   *
   * @param held whether this process has the database for itself and may migrate it
   */
  void refuse(int found, String place, boolean held) {
    if (found < current && !held) {
      throw StoreErrors.locked(place, "a process of an older Treadle", null);
    }
    if (found > current) {
      throw new MetadataStoreException(
          CoreProblem.STORE_SCHEMA_NEWER,
          "The metadata store in " + place + " has schema version " + found
              + " and this Treadle knows up to " + current + ". Use a newer Treadle");
    }
  }
}
