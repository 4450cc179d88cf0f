package dev.treadle.materialize;

import dev.treadle.api.data.Table;
import dev.treadle.json.Json;
import dev.treadle.materialize.StoredForm.CellVisitor;
import dev.treadle.materialize.StoredForm.RowColumn;
import dev.treadle.materialize.StoredForm.ValueSource;
import dev.treadle.materialize.kryo.StoredValues;
import dev.treadle.materialize.kryo.StoredValues.Field;
import dev.treadle.spi.ArtifactInput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what the bytes of an artifact hold without the class that they were made of. */
public final class StoredForms {

  /** The longest file that is read as one value. Lists and arrays are read piece by piece and have no such limit. */
  private static final long MAX_VALUE_BYTES = 64L << 20;

  /** The same for tables: their binary form is compact, and one is in memory at a time. */
  private static final long MAX_TABLE_BYTES = 512L << 20;

  private StoredForms() {}

  /** The form of what a materializer wrote; opaque for the materializers of users. */
  public static StoredForm open(String materializer, ArtifactInput input) throws IOException {
    return switch (materializer) {
      case "json" -> tree(input, JsonMaterializer.FILE, () -> json(input));
      case "kryo" -> tree(input, KryoMaterializer.FILE, () -> KryoMaterializer.readTree(input));
      case "table" -> table(input);
      case "list" -> list(input);
      case "array" -> new StoredForm.Array(() -> StoredArray.open(input, ArrayMaterializer.FILE));
      case "text" -> text(input, input.names().get(0));
      case "bytes", "path", "image" -> new StoredForm.Opaque("");
      default ->
        new StoredForm.Opaque("Only the project's own process can read what materializer "
            + materializer + " wrote, so files were compared and not values");
    };
  }

  private static StoredForm tree(ArtifactInput input, String file, ValueSource value)
      throws IOException {
    return input.size(file) > MAX_VALUE_BYTES
        ? tooLarge(MAX_VALUE_BYTES)
        : new StoredForm.Tree(value);
  }

  private static StoredForm text(ArtifactInput input, String file) throws IOException {
    return input.size(file) > MAX_VALUE_BYTES
        ? tooLarge(MAX_VALUE_BYTES)
        : new StoredForm.Text(() -> input.open(file));
  }

  private static @Nullable Object json(ArtifactInput input) throws IOException {
    try (var in = input.open(JsonMaterializer.FILE)) {
      return Json.read(in, Object.class);
    }
  }

  private static StoredForm table(ArtifactInput input) throws IOException {
    if (input.size(KryoMaterializer.FILE) > MAX_TABLE_BYTES) {
      return tooLarge(MAX_TABLE_BYTES);
    }
    var materializer = new TableMaterializer();
    return new StoredForm.Rows(
        () -> materializer.read(Table.class, input).columns().stream()
            .map(column ->
                new RowColumn(column.name(), column.type().name().toLowerCase(Locale.ROOT)))
            .toList(),
        visitor -> {
          var columns = materializer.read(Table.class, input).columns();
          for (int i = 0; i < columns.size(); i++) {
            for (var cell : columns.get(i).values()) {
              visitor.cell(i, cell);
            }
          }
        });
  }

  private static StoredForm list(ArtifactInput input) throws IOException {
    var index = CollectionMaterializer.index(input);
    if (index.schema().length == 0) {
      return new StoredForm.Opaque(
          "The items of the list have files of their own, so files were compared and not values");
    }
    var fields = new StoredValues(index.schema()).columns();
    if (fields.isEmpty()) {
      return new StoredForm.Items(() -> new StoredItems(input, index));
    }
    return new StoredForm.Rows(
        () -> fields.stream()
            .map(field -> new RowColumn(field.name(), field.type()))
            .toList(),
        visitor -> {
          try (var items = new StoredItems(input, index)) {
            items.forEachRemaining(item -> row(item, fields, visitor));
          }
        });
  }

  private static void row(@Nullable Object item, List<Field> fields, CellVisitor visitor) {
    for (int i = 0; i < fields.size(); i++) {
      var cell = item instanceof Map<?, ?> struct ? struct.get(fields.get(i).name()) : item;
      visitor.cell(i, cell instanceof Optional<?> optional ? optional.orElse(null) : cell);
    }
  }

  private static StoredForm tooLarge(long limit) {
    return new StoredForm.Opaque(
        "Values above %d MB are not read to be compared, so files were compared"
            .formatted(limit >> 20));
  }
}
