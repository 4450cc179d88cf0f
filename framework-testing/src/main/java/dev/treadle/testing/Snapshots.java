package dev.treadle.testing;

import dev.treadle.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts that must stay as they are. */
final class Snapshots {
  /** Set to {@code true} to write what is there now. */
  static final String UPDATE = "treadle.snapshots.update";

  private static final Path FOLDER = Path.of("src/test/resources/snapshots");

  private Snapshots() {}

  /** Compares with the file of that name, or writes it when told to. */
  static void assertMatches(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, actual);
        return;
      }
      if (!Files.exists(file)) {
        throw new AssertionError("There is no snapshot " + file + ". Run the test once with -D"
            + UPDATE + "=true, look at the file and commit it");
      }
      assertSameLines(
          "Snapshot " + file + " differs (-D" + UPDATE + "=true writes it anew)",
          Files.readString(file).lines().toList(),
          actual.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares two JSON texts and shows the first line that differs. */
  static void assertSame(String message, String expected, String actual) {
    if (!expected.equals(actual)) {
      assertSameLines(
          message, pretty(expected).lines().toList(), pretty(actual).lines().toList());
    }
  }

  static String pretty(String json) {
    return Json.parse(json).toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static void assertSameLines(String message, List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String before = i < expected.size() ? expected.get(i) : "(nothing)";
      String after = i < actual.size() ? actual.get(i) : "(nothing)";
      if (!before.equals(after)) {
        throw new AssertionError(
            message + ", first in line " + (i + 1) + ":\n  - " + before + "\n  + " + after);
      }
    }
  }
}
