package dev.treadle.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treadle.api.StepContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Which steps were executed, whoever did it: a line each in a file outside the store. */
final class Executions {
  /** Names the file to processes. */
  static final String PROPERTY = "treadle.torture.executions";

  private Executions() {}

  static void note(StepContext context) {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      String label = context.step()
          + (context.mapIndex().isPresent() ? "[" + context.mapIndex().getAsInt() + "]" : "");
      byte[] line = (context.run().id() + " " + label + "\n").getBytes(UTF_8);
      try {
        Files.write(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How often each step of each run was executed, by {@code RUN LABEL}. */
  static Map<String, Integer> counted(Path file) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    if (Files.exists(file)) {
      try (var lines = Files.lines(file)) {
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
      }
    }
    return counts;
  }
}
