package dev.treadle.metadata.hibernate;

import java.nio.file.Path;
import java.sql.SQLException;

/** Lets time pass for the leases of a store. */
public final class Leases {
  private Leases() {}

  /** From now on all leases have run out, as they would have had by and by. */
  public static void expire(Path directory) {
    set(directory, "update run_lease set until_at = 0");
  }

  /** From now on what a sweep has taken may be taken by another. */
  public static void releaseTaken(Path directory) {
    set(
        directory,
        "update condemned_object set deleting_until = 0 where deleting_until is not null");
  }

  private static void set(Path directory, String sql) {
    SharedFile file = new SharedFile(StoreFile.existing(directory));
    try (var connection = file.open().connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("checkpoint sync");
    } catch (SQLException e) {
      throw StoreErrors.ofStore(e, directory.toString());
    } finally {
      file.close();
    }
  }
}
