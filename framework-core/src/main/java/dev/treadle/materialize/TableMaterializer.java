package dev.treadle.materialize;

import dev.treadle.api.data.Column;
import dev.treadle.api.data.ColumnType;
import dev.treadle.api.data.Table;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables by columns in binary form, exact to the bit; a CSV preview for people. */
final class TableMaterializer implements Materializer<Table> {

  private final KryoMaterializer binary = new KryoMaterializer();

  @Override
  public String id() {
    return "table";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == Table.class;
  }

  @Override
  public String mediaType(Type type) {
    return "application/x-treadle-table";
  }

  @Override
  public void write(Table value, Type type, ArtifactOutput output) throws IOException {
    var columns = value.columns().stream()
        .map(c -> new StoredColumn(c.name(), c.type(), Cells.of(c.type(), c.values())))
        .toList();
    binary.write(new StoredTable(columns), StoredTable.class, output);
  }

  @Override
  public Table read(Type type, ArtifactInput input) throws IOException {
    var stored = (StoredTable) binary.read(StoredTable.class, input);
    try {
      return Table.of(stored.columns().stream()
          .map(c -> Column.of(c.name(), c.type(), c.cells().values()))
          .toList());
    } catch (IllegalArgumentException e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ, "The stored table is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean immutable(Type type) {
    return true;
  }

  @Override
  public void describe(Table value, Type type, ValueDescription description) throws IOException {
    description.fact("rows", value.size());
    description.fact(
        "columns", value.columns().stream().map(TableMaterializer::facts).toList());
    description.summary(value.toString());
    Previews.table(value.head(Described.PREVIEW_ROWS), description);
  }

  private static Map<String, Object> facts(Column column) {
    var statistics = column.statistics();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", column.name());
    facts.put("type", column.type().name());
    facts.put("nulls", statistics.nulls());
    statistics.min().ifPresent(min -> facts.put("min", fact(min)));
    statistics.max().ifPresent(max -> facts.put("max", fact(max)));
    statistics.mean().ifPresent(mean -> facts.put("mean", mean));
    statistics.distinct().ifPresent(distinct -> facts.put("distinct", distinct));
    return facts;
  }

  private static Object fact(Object cell) {
    return cell instanceof Number || cell instanceof Boolean
        ? cell
        : Described.line(cell.toString());
  }

  record StoredTable(List<StoredColumn> columns) {}

  record StoredColumn(String name, ColumnType type, Cells cells) {}
}
