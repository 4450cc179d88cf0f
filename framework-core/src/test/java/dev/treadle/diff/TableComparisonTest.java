package dev.treadle.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.treadle.api.data.Table;
import dev.treadle.api.diff.Category;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ColumnSummary;
import dev.treadle.api.diff.PopulationShift.Binning;
import dev.treadle.api.diff.SchemaChange;
import dev.treadle.api.diff.TableDifference;
import dev.treadle.materialize.StoredForm.RowColumn;
import dev.treadle.materialize.StoredForm.Rows;
import java.io.IOException;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TableComparisonTest {

  @Test
  void comparesSchemaAndStatistics() throws IOException {
    var difference = between(
        "id,mass,kind,old\n1,2.0,a,x\n2,4.0,b,x\n",
        "id,mass,kind,new\n1,2.0,a,x\n2,,c,x\n3,10.5,c,x\n");

    assertThat(difference.baseRows()).isEqualTo(2);
    assertThat(difference.otherRows()).isEqualTo(3);
    assertThat(difference.schema())
        .containsExactly(
            new SchemaChange("old", ChangeKind.REMOVED, "text", null),
            new SchemaChange("new", ChangeKind.ADDED, null, "text"));
    assertThat(difference.columns()).extracting("name").containsExactly("id", "mass", "kind");
    var mass = difference.columns().get(1);
    assertThat(mass.base()).isEqualTo(new ColumnSummary(2, 0, 3.0, "2.0", "4.0", 2));
    assertThat(mass.other()).isEqualTo(new ColumnSummary(3, 1, 6.25, "2.0", "10.5", 2));
    assertThat(mass.other().nullShare()).isEqualTo(1.0 / 3, within(1e-12));
    var kind = difference.columns().get(2);
    assertThat(kind.appeared()).containsExactly(new Category("c", 2));
    assertThat(kind.vanished()).containsExactly(new Category("b", 1));
    assertThat(kind.shift().binning()).isEqualTo(Binning.CATEGORIES);
    assertThat(difference.summary())
        .startsWith("2 → 3 rows, 2 schema changes, 3 of 3 columns differ, PSI ");
  }

  @Test
  void computesTheIndexAsDefined() {
    // Shares with half a row added to each of two bins: 0.5 and 0.5 against 10.5/21 and ... by
    // hand.
    var shift = Stability.of(new long[] {9, 9}, new long[] {17, 1}, Binning.CATEGORIES, 0);

    double q1 = 17.5 / 19;
    double q2 = 1.5 / 19;
    assertThat(shift.psi())
        .isEqualTo(
            (q1 - 0.5) * Math.log(q1 / 0.5) + (q2 - 0.5) * Math.log(q2 / 0.5), within(1e-12));
    assertThat(Stability.of(new long[] {5, 5}, new long[] {50, 50}, Binning.DECILES, 10)
            .psi())
        .isZero();
  }

  @Test
  void putsAMovedDistributionIntoTheDecilesOfTheBase() throws IOException {
    var base = numbers(1_000, i -> i);
    var moved =
        TableComparison.between(base, numbers(1_000, i -> i + 500)).columns().get(0);
    var same =
        TableComparison.between(base, numbers(1_000, i -> 999 - i)).columns().get(0);

    assertThat(moved.shift().binning()).isEqualTo(Binning.DECILES);
    assertThat(moved.shift().bins()).isEqualTo(10);
    assertThat(moved.shift().sampled()).isEqualTo(1_000);
    assertThat(moved.psi()).isGreaterThan(0.25);
    assertThat(same.isEmpty()).isTrue();
  }

  @Test
  void samplesLongColumnsAndCountsAllOfTheirCells() throws IOException {
    var column = TableComparison.between(
            numbers(200_000, i -> i % 1_000 / 1_000.0), numbers(300_000, i -> i % 1_000 / 1_000.0))
        .columns()
        .get(0);

    assertThat(column.shift().sampled()).isEqualTo(10_000);
    assertThat(column.psi()).isLessThan(1e-6);
    assertThat(column.base().cells()).isEqualTo(200_000);
  }

  @Test
  void keepsNothingOfColumnsWithManyTexts() throws IOException {
    var rows = rows("text", visitor -> {
      for (int i = 0; i < 5_000; i++) {
        visitor.cell(0, "t" + i);
      }
    });
    var column = TableComparison.between(rows, rows).columns().get(0);

    assertThat(column.base().distinct()).isNull();
    assertThat(column.shift()).isNull();
    assertThat(column.appeared()).isEmpty();
  }

  private static TableDifference between(String base, String other) throws IOException {
    return TableComparison.between(table(base), table(other));
  }

  private static Rows table(String csv) {
    var columns = Table.fromCsv(csv).columns();
    return new Rows(
        () -> columns.stream()
            .map(c -> new RowColumn(c.name(), c.type().name().toLowerCase(java.util.Locale.ROOT)))
            .toList(),
        visitor -> {
          for (int i = 0; i < columns.size(); i++) {
            for (var cell : columns.get(i).values()) {
              visitor.cell(i, cell);
            }
          }
        });
  }

  private static Rows numbers(int rows, IntToDoubleFunction cell) {
    return rows("double", visitor -> {
      for (int i = 0; i < rows; i++) {
        visitor.cell(0, cell.applyAsDouble(i));
      }
    });
  }

  private static Rows rows(String type, dev.treadle.materialize.StoredForm.Scan scan) {
    return new Rows(() -> List.of(new RowColumn("x", type)), scan);
  }
}
