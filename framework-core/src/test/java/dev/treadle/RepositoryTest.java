package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What class files cannot show: sizes of files, names of plugins in text, who declares which library. */
class RepositoryTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern PLUGIN = Pattern.compile(
      "\\b(s3a?|gcs|gs|azure|abfss?|kubernetes|airflow|kubeflow|step-functions|mlflow|wandb|comet|datadog"
          + "|openlineage|slack)\\b|dev\\.treadle\\.(orchestrator|artifactstore|integration)");
  private static final Pattern TYPE =
      Pattern.compile("\\bdev\\.treadle((?:\\.[a-z0-9]+)*)\\.[A-Z]");
  private static final Pattern TEST_DEPENDENCY = Pattern.compile(
      "<dependency>(?:(?!</dependency>).)*<scope>test</scope>.*?</dependency>", Pattern.DOTALL);

  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  /** R9: the folder that a client library belongs to. */
  private static final Map<Pattern, String> HOMES = Map.of(
      Pattern.compile("picocli.*"), "cli",
      Pattern.compile("client-java.*"), "orchestrators/kubernetes",
      Pattern.compile("jib-core"), "orchestrators/kubernetes",
      Pattern.compile("sfn"), "orchestrators/step-functions",
      Pattern.compile("s3"), "artifact-stores/s3",
      Pattern.compile("google-cloud-.*"), "artifact-stores/gcs",
      Pattern.compile("azure-.*"), "artifact-stores/azure");

  @Test
  void noFileIsLongerThan500Lines() {
    assertThat(javaFiles(""))
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(lines(file)).as("%s", ROOT.relativize(file)).isLessThanOrEqualTo(500));
  }

  @Test
  void halfOfTheFilesFitAScreen() {
    List<Integer> sizes =
        javaFiles("src/main").stream().map(RepositoryTest::lines).sorted().toList();

    assertThat(sizes.get(sizes.size() / 2))
        .as("median of %d files", sizes.size())
        .isLessThanOrEqualTo(60);
    assertThat(sizes.get(sizes.size() * 9 / 10))
        .as("9 of 10 of %d files", sizes.size())
        .isLessThanOrEqualTo(200);
  }

  @Test
  void r4TheCommandLineDoesNotReachIntoRuns() {
    assertThat(strays(
            List.of("cli"), "(?!(run|wiring|compile|materialize|metadata\\.hibernate)(\\.|$)).*"))
        .isEmpty();
  }

  @Test
  void r7PluginsSeeApiSpiEventAndError() {
    assertThat(strays(
            List.of("orchestrators", "artifact-stores", "integrations"),
            "(api|spi|event|error|orchestrator|artifactstore|integration)(\\..*)?"))
        .isEmpty();
  }

  @Test
  void examplesSeeWhatUsersSee() {
    assertThat(strays(List.of("examples"), "|spi|(api|examples)(\\..*)?")).isEmpty();
  }

  @Test
  void r8CoreNamesNoPlugin() {
    Map<Path, String> named = new TreeMap<>();
    for (Path file : javaFiles("framework-core/src/main")) {
      TEXT.matcher(read(file))
          .results()
          .map(text -> PLUGIN.matcher(text.group()))
          .filter(Matcher::find)
          .forEach(plugin -> named.put(ROOT.relativize(file), plugin.group()));
    }

    assertThat(named).isEmpty();
  }

  @Test
  void r9ClientLibrariesStayInTheirModule() {
    List<String> strays = new ArrayList<>();
    for (Path pom : poms()) {
      String module = ROOT.relativize(pom.getParent()).toString().replace('\\', '/');
      // What only tests use is in no distribution.
      String shipped = TEST_DEPENDENCY.matcher(read(pom)).replaceAll("");
      ARTIFACT
          .matcher(shipped)
          .results()
          .map(found -> found.group(1))
          .forEach(artifact -> HOMES.forEach((library, home) -> {
            if (library.matcher(artifact).matches() && !module.equals(home)) {
              strays.add(artifact + " in " + module);
            }
          }));
    }

    assertThat(strays).isEmpty();
  }

  @Test
  void r11NoModuleUsesTheTestsOfAnother() {
    assertThat(poms())
        .hasSizeGreaterThan(5)
        .allSatisfy(pom ->
            assertThat(read(pom)).doesNotContain("test-jar").doesNotContain("<classifier>tests"));
  }

  /** Names of packages that do not match, by file of the main sources in the folders. */
  private static Map<Path, List<String>> strays(List<String> folders, String allowed) {
    Map<Path, List<String>> strays = new TreeMap<>();
    for (String folder : folders) {
      for (Path file : javaFiles(folder)) {
        List<String> names =
            packagesOf(file).stream().filter(name -> !name.matches(allowed)).toList();
        if (contains(file, Path.of("src/main")) && !names.isEmpty()) {
          strays.put(ROOT.relativize(file), names);
        }
      }
    }
    return strays;
  }

  /** Packages of ours that the text of a file names, without {@code dev.treadle}; empty for the entry points. */
  private static List<String> packagesOf(Path file) {
    return TYPE.matcher(read(file))
        .results()
        .map(type -> type.group(1).isEmpty() ? "" : type.group(1).substring(1))
        .distinct()
        .toList();
  }

  /** The parent only manages versions; the folders above flavors only list them. */
  private static List<Path> poms() {
    return files(path -> path.endsWith("pom.xml") && !path.getParent().equals(ROOT));
  }

  private static List<Path> javaFiles(String below) {
    Path part = Path.of(below);
    return files(path -> path.toString().endsWith(".java")
        && (below.isEmpty() || contains(ROOT.relativize(path), part)));
  }

  private static boolean contains(Path path, Path part) {
    for (int i = 0; i + part.getNameCount() <= path.getNameCount(); i++) {
      if (path.subpath(i, i + part.getNameCount()).equals(part)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> files(Predicate<Path> wanted) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          String name = folder.getFileName().toString();
          return name.equals("target") || name.startsWith(".")
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (wanted.test(file)) {
            found.add(file);
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
