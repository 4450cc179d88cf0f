package dev.treadle.materialize;

import dev.treadle.api.data.Table;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** CSV previews that stay within the limit. */
final class Previews {

  private Previews() {}

  /** The rows, or as many of them as fit. */
  static void table(Table table, ValueDescription description) throws IOException {
    var rows = table;
    var csv = rows.toCsv().getBytes(StandardCharsets.UTF_8);
    while (csv.length > Described.MAX_PREVIEW && rows.size() > 1) {
      rows = rows.head(rows.size() / 2);
      csv = rows.toCsv().getBytes(StandardCharsets.UTF_8);
    }
    if (csv.length <= Described.MAX_PREVIEW) {
      try (var preview = description.preview("text/csv")) {
        preview.write(csv);
      }
    }
  }
}
