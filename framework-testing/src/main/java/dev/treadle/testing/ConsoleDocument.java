package dev.treadle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A document whose terminal sessions are true. Commands stand in blocks fenced as {@code console}, after {@code $}, each with
 * what it prints below it; a comment {@code # exit 2} says that a command fails:
 *
 * <pre>
 * $ ./treadle run churn -p epochs=none      # exit 2
 * error[PARAM-110]: …
 * </pre>
 *
 * <p>All commands of a document run in its order, on a terminal of 100 columns, in one folder and with one store, both empty at
 * first; the folder is called {@code /home/ana/demo}. Steps run one at a time. Times, sizes, keys and numbers with an
 * exponent may differ from what stands there. {@code -Dtreadle.golden.update=true} writes what is printed into
 * the document instead. The Treadle that is used is installed in the folder that {@code -Dtreadle.home} names; pipelines come
 * from the class path of the test.
 *
 * @since 0.1
 */
public final class ConsoleDocument {
  private static final String UPDATE = "treadle.golden.update";
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";

  /** What differs from run to run, and with it the width of columns. */
  private static final List<Map.Entry<Pattern, String>> MASKS = List.of(
      mask("\\d+(\\.\\d+)?[eE]-\\d+", "0e-9"),
      mask("\\d+(\\.\\d+)? (ms|s|min)\\b", "0 s"),
      mask("\\d[\\d.,]* (bytes|B|kB|MB)\\b", "0 B"),
      mask("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?", "then"),
      mask("just now|\\d+ \\w+ ago", "then"),
      mask("key [0-9a-f]{4}", "key 0000"),
      mask("[ ─]{2,}", " "));

  private final Path file;

  private ConsoleDocument(Path file) {
    this.file = file;
  }

  /** The Markdown file of that path. */
  public static ConsoleDocument of(Path file) {
    return new ConsoleDocument(file);
  }

  /**
   * Runs all commands.
   *
   * @throws AssertionError when one prints something else or ends with another code than the document says
   */
  public void verify() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Path folder = Files.createTempDirectory("treadle-console");
    try {
      List<String> run = run(lines, InstalledTreadle.in(folder));
      if (Boolean.getBoolean(UPDATE)) {
        Files.writeString(file, String.join("\n", run) + "\n");
      } else {
        Assertions.assertThat(masked(run))
            .as("%s; -D%s=true writes it anew", file, UPDATE)
            .isEqualTo(masked(lines));
      }
    } finally {
      PipelineHarness.delete(folder);
    }
  }

  /** The document with what the commands print now. */
  private List<String> run(List<String> lines, InstalledTreadle treadle) {
    List<String> result = new ArrayList<>();
    boolean inSession = false;
    int commands = 0;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        inSession = line.equals(FENCE + "console");
        result.add(line);
      } else if (inSession && line.startsWith(PROMPT)) {
        result.add(line);
        result.addAll(output(ConsoleCommand.parse(line.substring(PROMPT.length())), treadle));
        commands++;
      } else if (!inSession) {
        result.add(line);
      }
    }
    Assertions.assertThat(commands).as("commands in %s", file).isPositive();
    return result;
  }

  private List<String> output(ConsoleCommand command, InstalledTreadle treadle) {
    try {
      InstalledTreadle.Outcome outcome = treadle.call(command.arguments());
      Assertions.assertThat(outcome.exitCode())
          .as("exit code of %s in %s, which printed%n%s", command, file, outcome.text())
          .isEqualTo(command.exitCode());
      return ConsoleScreen.lines(outcome.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted in " + command, e);
    }
  }

  private static String masked(List<String> lines) {
    String text = String.join("\n", lines);
    for (Map.Entry<Pattern, String> mask : MASKS) {
      text = mask.getKey().matcher(text).replaceAll(mask.getValue());
    }
    return text;
  }

  private static Map.Entry<Pattern, String> mask(String regex, String by) {
    return Map.entry(Pattern.compile(regex), by);
  }
}
