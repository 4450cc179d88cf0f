package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  private final DataSource source = Database.source("mem:" + UUID.randomUUID());

  @Test
  void theEntitiesFitTheMigratedTables() throws Exception {
    try (Database database = Database.memory(source)) {
      Migrations.migrate(source, Schema.CORE, "test");

      assertThat(Schema.CORE.versionOf(database.writer().connection())).isPositive();
      assertThatCode(() -> Sessions.build(validating()).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void validationSeesAColumnThatIsMissing() throws Exception {
    try (Database database = Database.memory(source)) {
      Migrations.migrate(source, Schema.CORE, "test");
      try (var statement = database.writer().connection().createStatement()) {
        statement.execute("alter table run drop column step_counts");
      }

      assertThatThrownBy(() -> Sessions.build(validating())).hasMessageContaining("step_counts");
    }
  }

  @Test
  void theVersionIsReadWithoutFlyway() throws Exception {
    try (Database database = Database.memory(source)) {
      assertThat(Schema.CORE.versionOf(database.writer().connection())).isEqualTo(Schema.NONE);

      Migrations.migrate(source, Schema.CORE, "test");

      assertThat(Schema.CORE.versionOf(database.writer().connection()))
          .isEqualTo(Schema.CORE.current());
    }
  }

  private Map<String, Object> validating() {
    return Map.of(
        SchemaToolingSettings.HBM2DDL_AUTO,
        "validate",
        JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
        source);
  }
}
