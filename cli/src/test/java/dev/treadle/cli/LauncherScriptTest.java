package dev.treadle.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.cli.output.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script, where the library is a jar that points to the classes of this test. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "bin/treadle is for POSIX shells; Windows has bin\\treadle.bat")
class LauncherScriptTest {
  @TempDir
  Path temporary;

  private Path home;
  private Path script;

  @BeforeEach
  void distribution() throws IOException {
    home = temporary.resolve("a path with spaces");
    script = home.resolve("bin/treadle");
    Files.createDirectories(script.getParent());
    Files.createDirectories(home.resolve("lib"));
    Files.copy(Path.of("src/main/dist/bin/treadle"), script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    OwnClassPath.jar(home.resolve("lib/all.jar"));
  }

  @Test
  void startsFromAPathWithSpacesInThePlainestLocale() throws Exception {
    Result result = call(script, System.getProperty("java.home"), "version", "-o", "tsv");

    assertThat(result.stderr).isEmpty();
    assertThat(result.stdout)
        .isEqualTo("treadle " + Version.current() + "   Java " + System.getProperty("java.version")
            + "\n");
    assertThat(result.exitCode).isZero();
  }

  @Test
  void followsALinkAndPassesArgumentsAndExitCodeOn() throws Exception {
    Path link = temporary.resolve("link");
    Files.createSymbolicLink(link, temporary.relativize(script));

    Result result =
        call(link, System.getProperty("java.home"), "run", "a \"b\" $c *", "--jar", "no where");

    assertThat(result.exitCode).isEqualTo(4);
    assertThat(result.stderr).startsWith("error[CLI-805]: There is no ").endsWith("/no where\n");
  }

  @Test
  void refusesAnOldJavaInOneSentence() throws Exception {
    Path old = temporary.resolve("jdk 11");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho started\n");
    assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();

    Result result = call(script, old.toString(), "version");

    assertThat(result.exitCode).isEqualTo(4);
    assertThat(result.stdout).isEmpty();
    assertThat(result.stderr)
        .isEqualTo("treadle needs Java 17 or later, but " + old
            + "/bin/java is Java 11.0.2: set JAVA_HOME to a newer one.\n");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Result result = call(script, temporary.resolve("nothing").toString(), "version");

    assertThat(result.exitCode).isEqualTo(4);
    assertThat(result.stderr)
        .hasLineCount(1)
        .startsWith("treadle needs Java 17 or later: install it");
  }

  @Test
  void keepsTheNewestFewArchivesOfClasses() throws Exception {
    Path java = temporary.resolve("jdk 17");
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Files.writeString(java.resolve("bin/java"), """
        #!/bin/sh
        for argument; do
          case $argument in -XX:SharedArchiveFile=*) touch "${argument#*=}" ;; esac
        done
        """);
    assertThat(java.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Path cache = Files.createDirectories(temporary.resolve("cache of mine/treadle"));
    for (int day = 1; day <= 6; day++) {
      Path old = Files.createFile(cache.resolve("classes-" + day + ".jsa"));
      Files.setLastModifiedTime(old, FileTime.from(Duration.ofDays(day).toSeconds(), SECONDS));
    }

    call(
        script,
        java.toString(),
        Map.of("TREADLE_ARCHIVE", "on", "XDG_CACHE_HOME", cache.getParent().toString()),
        "version");

    await()
        .untilAsserted(() -> assertThat(cache.toFile().list())
            .hasSize(4)
            .contains("classes-6.jsa", "classes-5.jsa", "classes-4.jsa")
            .doesNotContain("classes-3.jsa"));
  }

  private record Result(int exitCode, String stdout, String stderr) {}

  private Result call(Path command, String javaHome, String... args) throws Exception {
    return call(command, javaHome, Map.of("TREADLE_ARCHIVE", "off"), args);
  }

  private Result call(
      Path command, String javaHome, Map<String, String> environment, String... args)
      throws Exception {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(
            Stream.concat(Stream.of(command.toString()), Stream.of(args)).toList())
        .directory(temporary.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "JAVA_TOOL_OPTIONS"));
    builder.environment().put("LANG", "C");
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Result(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
