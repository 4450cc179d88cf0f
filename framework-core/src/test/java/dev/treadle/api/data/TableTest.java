package dev.treadle.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {

  enum Kind {
    A,
    B
  }

  record Row(int n, String name, double x, float f, Kind kind, LocalDate day, Boolean known) {}

  @Test
  void givesBackTheRecordsItWasMadeOf() {
    var rows = List.of(
        new Row(1, "ı", 0.1, 0.1f, Kind.A, LocalDate.of(2026, 1, 2), true),
        new Row(Integer.MIN_VALUE, "", -0.0, Float.NaN, Kind.B, LocalDate.MAX, null));

    assertThat(Table.fromRecords(Row.class, rows).toRecords(Row.class)).isEqualTo(rows);
  }

  @Test
  void readsBackTheCsvItWrote() {
    var table = Table.of(List.of(
        Column.of("text", ColumnType.TEXT, Arrays.asList("a,b", "say \"x\"\r\ny", "", null)),
        Column.of("n", ColumnType.INTEGER, Arrays.asList(1L, null, -3L, Long.MAX_VALUE)),
        Column.of("x", ColumnType.DECIMAL, Arrays.asList(0.1, Double.NaN, -0.0, 1e300)),
        Column.of("id", ColumnType.TEXT, List.of("007", "1", "2", "3"))));

    assertThat(Table.fromCsv(table.toCsv())).isEqualTo(table);
  }

  @Test
  void guessesTheNarrowestTypeOfAColumn() {
    var table = Table.fromCsv("a,b,c,d,e,f\n1,1.5,true,2026-01-31,007,\n2,3,false,2026-02-01,x,\n");

    assertThat(table.columns().stream().map(Column::type))
        .containsExactly(
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.TEXT,
            ColumnType.TEXT);
  }

  @Test
  void namesTheLineOfBrokenCsv() {
    assertThatThrownBy(() -> Table.fromCsv("a,b\n1\n"))
        .hasMessageContaining("Row 1 of the CSV has 1 fields");
    assertThatThrownBy(() -> Table.fromCsv("a\nx\n\"y\n")).hasMessageContaining("opened in line 3");
    assertThatThrownBy(() -> Table.fromCsv("a\n\"x\"y\n"))
        .hasMessageContaining("after a closing quote");
  }

  @Test
  void countsAndMeasuresAColumn() {
    var column = Column.of("x", ColumnType.DECIMAL, Arrays.asList(1.0, null, Double.NaN, 3.0, 3.0));

    var statistics = column.statistics();

    assertThat(statistics.count()).isEqualTo(5);
    assertThat(statistics.nulls()).isEqualTo(1);
    assertThat(statistics.min()).contains(1.0);
    assertThat(statistics.max()).contains(3.0);
    assertThat(statistics.mean().orElseThrow()).isBetween(2.333, 2.334);
    assertThat(statistics.distinct()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void refusesACellOfAnotherType() {
    assertThatThrownBy(() -> Column.of("n", ColumnType.INTEGER, List.of(1)))
        .hasMessage("Column n is of type INTEGER, but row 0 holds a Integer");
  }
}
