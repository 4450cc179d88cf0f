package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline of the README compiles against the starter alone, runs by its own main, and prints what the README says. */
class ReadmeTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Pattern TIMES =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z| ms=\\d+| key [0-9a-f]+");

  @TempDir
  Path folder;

  private String readme;

  @BeforeEach
  void compile() throws IOException {
    readme = Files.readString(Path.of("../README.md"));
    Path source = folder.resolve("WordsPipeline.java");
    Files.writeString(source, block("```java\n", "package quotes;"));

    int result = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-parameters",
            "--release",
            "17",
            "-proc:none",
            "-cp",
            CLASS_PATH,
            "-d",
            folder.toString(),
            source.toString());

    assertThat(result).isZero();
  }

  @Test
  void theExampleRunsAndIsCachedTheSecondTime() throws Exception {
    assertThat(run())
        .anyMatch(line -> line.contains("step=words state=completed"))
        .anyMatch(line -> line.contains("step=count state=completed"));

    List<String> second = run();

    assertThat(masked(second.stream()))
        .containsExactlyInAnyOrderElementsOf(
            masked(block("```text\n", "pipeline=words").lines()));
  }

  @Test
  void theExampleIsShort() {
    assertThat(block("```java\n", "package quotes;").lines().filter(line -> !line.isBlank()))
        .hasSizeLessThanOrEqualTo(28);
  }

  private List<String> run() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(
            java.toString(),
            "-cp",
            folder + System.getProperty("path.separator") + CLASS_PATH,
            "quotes.WordsPipeline",
            "--store",
            folder.resolve("store").toString())
        .directory(folder.toFile())
        .redirectError(errors.toFile())
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(() -> output + read(errors)).isZero();
    return output.lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> masked(Stream<String> lines) {
    return lines.map(line -> TIMES.matcher(line).replaceAll("…")).toList();
  }

  /** The one fenced block that begins with the fence and contains the text. */
  private String block(String fence, String containing) {
    Matcher blocks =
        Pattern.compile(Pattern.quote(fence) + "(.*?)```", Pattern.DOTALL).matcher(readme);
    return blocks
        .results()
        .map(block -> block.group(1))
        .filter(text -> text.contains(containing))
        .findFirst()
        .orElseThrow();
  }
}
