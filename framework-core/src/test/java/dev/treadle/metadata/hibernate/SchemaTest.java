package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  @Test
  void theEntitiesFitTheMigratedTables() throws Exception {
    try (Database database = Database.memory()) {
      Migrations.migrate(database.source(), Schema.CORE);

      assertThatCode(() -> Sessions.build(validating(database)).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void validationSeesAColumnThatIsMissing() throws Exception {
    try (Database database = Database.memory()) {
      Migrations.migrate(database.source(), Schema.CORE);
      try (var statement = database.writer().connection().createStatement()) {
        statement.execute("alter table run drop column step_counts");
      }

      assertThatThrownBy(() -> Sessions.build(validating(database)))
          .hasMessageContaining("step_counts");
    }
  }

  @Test
  void theVersionIsReadWithoutFlyway() throws Exception {
    try (Database database = Database.memory()) {
      assertThat(Schema.CORE.versionOf(database.writer().connection())).isEqualTo(Schema.NONE);

      Migrations.migrate(database.source(), Schema.CORE);

      assertThat(Schema.CORE.versionOf(database.writer().connection()))
          .isEqualTo(Schema.CORE.current());
    }
  }

  private static Map<String, Object> validating(Database database) {
    return Map.of(
        SchemaToolingSettings.HBM2DDL_AUTO,
        "validate",
        JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
        database.source());
  }
}
