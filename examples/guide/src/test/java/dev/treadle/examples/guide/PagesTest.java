package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code that a page shows is compiled and tested: it stands in a source of this repository, however the lines are broken. A line
 * {@code …} leaves some out. Sessions stand in blocks fenced as {@code console}, which {@link PagesIT} and the examples run.
 */
class PagesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *(?:// )?…$");
  private static final Pattern PROMPT = Pattern.compile("(?m)^\\$ ");

  /** What this page shows is compiled and run by the starter's ReadmeTest. */
  private static final String COMPILED_FROM_THE_PAGE = "package quotes;";

  /** Sources by the language of a block, without white space. */
  private static final Map<String, List<String>> SOURCES =
      Map.of("java", new ArrayList<>(), "kotlin", new ArrayList<>(), "csv", new ArrayList<>());

  @BeforeAll
  static void readSources() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String language = name.substring(name.lastIndexOf('.') + 1).replaceAll("^kts?$", "kotlin");
      if (SOURCES.containsKey(language)) {
        SOURCES.get(language).add(withoutSpace(Files.readString(file)));
      }
    }
  }

  static List<Path> pages() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .map(ROOT::relativize)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsCodeThatIsTested(Path page) throws IOException {
    for (MatchResult block : blocks(page)) {
      String text = block.group(2);
      if (SOURCES.containsKey(block.group(1)) && !text.startsWith(COMPILED_FROM_THE_PAGE)) {
        List<String> parts =
            LEFT_OUT.splitAsStream(text).map(PagesTest::withoutSpace).toList();

        assertThat(SOURCES.get(block.group(1)).stream().anyMatch(source -> holds(source, parts)))
            .as("whether a source holds what %s shows:%n%s", page, text)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsSessionsThatAreRun(Path page) throws IOException {
    for (MatchResult block : blocks(page)) {
      if (!block.group(1).equals("console")) {
        assertThat(block.group(2))
            .as("a block of %s, which is no console", page)
            .doesNotContainPattern(PROMPT);
      }
    }
  }

  private static boolean holds(String source, List<String> parts) {
    int from = 0;
    for (String part : parts) {
      int at = source.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  private static List<MatchResult> blocks(Path page) throws IOException {
    return BLOCK.matcher(Files.readString(ROOT.resolve(page))).results().toList();
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }

  /** Files of the repository that nothing has generated. */
  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(
              file -> !ROOT.relativize(file).toString().matches("(?:.*/)?(?:\\.[^/]*|target)/.*"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}
