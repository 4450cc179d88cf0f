package dev.treadle.metadata.hibernate;

import dev.treadle.log.StepLoggerProvider;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the current version. The only user of Flyway. */
final class Migrations {
  // Not 'text' and 'blob': H2 keeps those outside the row, at ten times the cost for what is mostly
  // short.
  private static final Map<String, String> H2_TYPES =
      Map.of("text", "varchar(1000000000)", "bytes", "varbinary(1000000000)");

  private Migrations() {}

  /**
   * @param place for messages
   * @throws dev.treadle.error.TreadleException when the disk or the database fails
   */
  static void migrate(DataSource source, Schema schema, String place) {
    StepLoggerProvider.quietLibraries();
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(source)
          .locations(schema.locations().toArray(String[]::new))
          .placeholders(H2_TYPES)
          .target(Integer.toString(schema.current()))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw StoreErrors.ofStore(e, place);
    }
  }
}
