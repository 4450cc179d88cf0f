package dev.treadle.curation;

import dev.treadle.api.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** As what data are imported. */
public enum ImportForm {
  /** A file or a folder as it is. */
  FILE(Path.class),
  /** Text in UTF-8. */
  TEXT(String.class),
  BYTES(byte[].class),
  /** A table, from CSV with a header. */
  TABLE(Table.class);

  private final Class<?> type;

  ImportForm(Class<?> type) {
    this.type = type;
  }

  /** What a step loads it as. */
  public Class<?> type() {
    return type;
  }

  Object read(Path path) throws IOException {
    return switch (this) {
      case FILE -> path;
      case TEXT -> Files.readString(path);
      case BYTES -> Files.readAllBytes(path);
      case TABLE -> Table.readCsv(path);
    };
  }
}
