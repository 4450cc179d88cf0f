package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts in files; {@code -Dtreadle.golden.update=true} writes them anew. */
public final class Golden {

  private Golden() {}

  /** Compares with {@code src/test/resources/golden/NAME}. */
  public static void assertMatches(String name, String actual) {
    var file = Path.of("src/test/resources/golden", name);
    try {
      if (Boolean.getBoolean("treadle.golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual + "\n", StandardCharsets.UTF_8);
      }
      assertThat(actual + "\n").isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
