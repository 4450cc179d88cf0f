package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadersTest {
  private static final String NUMBERS = "select x from system_range(1, ?)";

  @Test
  void aQueryInTheSameQueryHasAStatementOfItsOwn() throws Exception {
    try (Database database = Database.memory(Schema.CORE)) {
      Sql sql = Sql.on(database.writer());
      List<Long> found = new ArrayList<>();

      sql.forEach(
          NUMBERS,
          outer -> sql.forEach(NUMBERS, inner -> found.add(inner.number(1)), outer.number(1)),
          3);

      assertThat(found).containsExactly(1L, 1L, 2L, 1L, 2L, 3L);
    }
  }

  @Test
  void aStatementIsKeptForTheNextTime() throws Exception {
    try (Database database = Database.memory(Schema.CORE)) {
      Statements statements = database.writer();
      var first = statements.take(NUMBERS);
      statements.giveBack(NUMBERS, first);

      assertThat(statements.take(NUMBERS)).isSameAs(first);
    }
  }

  @Test
  void aQueryThatFailsDoesNotSpoilTheNext() throws Exception {
    try (Database database = Database.memory(Schema.CORE)) {
      Sql sql = Sql.on(database.readers(), database.place());
      assertThatThrownBy(() -> sql.forEach(
              NUMBERS,
              row -> {
                throw new IllegalStateException("enough");
              },
              2))
          .hasMessage("enough");

      assertThat(sql.list(NUMBERS, row -> row.number(1), 2)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aClosedDatabaseIsNotOpenedAgain() throws Exception {
    Database database = Database.memory(Schema.CORE);
    Sql sql = Sql.on(database.readers(), database.place());
    database.close();

    assertThatThrownBy(() -> sql.list(NUMBERS, row -> row.number(1), 2))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("has been closed");
  }
}
