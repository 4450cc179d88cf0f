package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  private static final Map<String, Object> VALIDATE =
      Map.of(SchemaToolingSettings.HBM2DDL_AUTO, "validate");

  @Test
  void theEntitiesFitTheMigratedTables() throws Exception {
    try (Database database = Database.memory()) {
      Migrations.migrate(database.source(), Schema.CORE);

      assertThatCode(() -> Sessions.build(database.source(), VALIDATE).close())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void validationSeesAColumnThatIsMissing() throws Exception {
    try (Database database = Database.memory()) {
      Migrations.migrate(database.source(), Schema.CORE);
      try (var statement = database.writer().connection().createStatement()) {
        statement.execute("alter table run drop column step_counts");
      }

      assertThatThrownBy(() -> Sessions.build(database.source(), VALIDATE))
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
}
