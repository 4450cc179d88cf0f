package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.treadle.cli.output.Version;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
  @TempDir
  Path here;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "init        | init",
        "init-package| init demo/churn --template penguins --package org.example.churn",
        "init-empty  | init it's --template empty --package a.b",
        "init-jbang  | init demo --build jbang"
      })
  void printsTheSameInEveryFormAsBefore(String name, String command) throws IOException {
    here = Files.createDirectory(here.resolve("hello-world"));
    String[] args = command.split(" ");

    Golden.assertEquals(name + ".screen.txt", masked(on(CommandLineRun.SCREEN, args).stdout));
    here = Files.createDirectories(here.resolve("again/hello-world"));
    Golden.assertEquals(name + ".json", masked(json(args).stdout));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "penguins", "etl", "empty"})
  void aProjectSaysNothingOfWhereItCameFrom(String template) throws IOException {
    assertThat(piped("init", "my shop", "--template", template).exitCode).isZero();

    Map<String, String> files = files(here.resolve("my shop"));
    assertThat(files).containsKeys("pom.xml", "treadle.yaml", ".gitignore");
    assertThat(files.keySet()).anyMatch(file -> file.startsWith("src/main/java/myshop/"));
    assertThat(files.values())
        .noneMatch(text -> text.contains("dev.treadle.examples"))
        .noneMatch(text -> text.contains("dev/treadle/examples"))
        .noneMatch(text -> text.contains("./treadle "));
    String pom = files.get("pom.xml");
    assertThat(pom)
        .doesNotContain("{{")
        .contains("<artifactId>my-shop</artifactId>", "<groupId>myshop</groupId>")
        .contains("<treadle.version>" + Version.current() + "</treadle.version>");
    assertThat(pom.replace("${treadle.version}", "")).doesNotContain("${");
    assertThat(pom.split("<dependency>", -1))
        .hasSameSizeAs(pom.split(
            "</version>\n *(<scope>test</scope>\n *)?(<exclusions>(?s:.*?)</exclusions>\n *)?</dependency>",
            -1));
  }

  @Test
  void overwritesNothing() throws IOException {
    Files.createDirectories(here.resolve("demo/src/main"));
    Files.writeString(here.resolve("demo/src/main/java"), "a file");
    Files.writeString(here.resolve("demo/pom.xml"), "mine");

    CommandLineRun run = piped("init", "demo");

    assertThat(run.exitCode).isEqualTo(6);
    assertThat(masked(run.stderr)).isEqualTo("""
        error[CLI-831]: 2 files are in the way of a new project
          in /HERE/demo
          pom.xml
          src/main/java
          fix: give another directory, or move what is there
        """);
    assertThat(Files.readString(here.resolve("demo/pom.xml"))).isEqualTo("mine");
    assertThat(here.resolve("demo/treadle.yaml")).doesNotExist();
    assertThat(piped("init", "demo/pom.xml", "--package", "a").stderr)
        .startsWith("error[CLI-831]: 1 file is in the way")
        .contains("demo/pom.xml\n");
  }

  @Test
  void joinsWhatDoesNotCollide() throws IOException {
    Files.writeString(here.resolve("notes.txt"), "mine");

    assertThat(piped("init", "--package", "a.b").exitCode).isZero();

    assertThat(files(here)).containsEntry("notes.txt", "mine").containsKey("pom.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "init demo --template pengins      | 3 | There is no template 'pengins'",
        "init 2024-churn                   | 2 | No package can be named after the folder '2024-churn'",
        "init class                        | 2 | No package can be named after the folder 'class'",
        "init demo --package a..b          | 2 | 'a..b' cannot be a package",
        "init demo --package org.new.x     | 2 | 'org.new.x' cannot be a package",
        "init demo --build gradle          | 2 | gradle",
        "init demo --build jbang --template penguins | 2 | JBang runs one file, and 'penguins' has",
        "init demo --build jbang --package a.b       | 2 | A file that JBang runs is in no package"
      })
  void refusesWhatCannotBe(String command, int exitCode, String message) {
    CommandLineRun run = piped(command.split(" "));

    assertThat(run.exitCode).isEqualTo(exitCode);
    assertThat(run.stderr).contains(message);
    assertThat(here).isEmptyDirectory();
  }

  @Test
  void suggestsANearTemplate() {
    assertThat(piped("init", "demo", "--template", "pengins").stderr).isEqualTo("""
        error[CLI-810]: There is no template 'pengins'
          looked in empty, etl, hello, penguins
          did you mean: penguins
        """);
  }

  @Test
  void leavesNothingBehindWhenItCannotWrite() throws IOException {
    Path folder = Files.createDirectory(here.resolve("demo"));
    assumeTrue(folder.toFile().setWritable(false));
    assumeFalse(Files.isWritable(folder), "root may write");

    CommandLineRun run = piped("init", "demo");

    assertThat(run.exitCode).isEqualTo(7);
    assertThat(run.stderr).startsWith("error[CLI-804]: Cannot write the project: ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theOneFileFormCompilesAndRuns() throws Exception {
    assertThat(piped("init", "demo", "--build", "jbang").exitCode).isZero();
    Path project = here.resolve("demo");
    assertThat(Files.readString(project.resolve("Hello.java")))
        .startsWith("""
        ///usr/bin/env jbang "$0" "$@" ; exit $?
        //JAVA 17+
        //JAVAC_OPTIONS -parameters
        //DEPS dev.treadle:treadle:""" + Version.current() + """


        import dev.treadle.Treadle;
        """);
    assertThat(project.resolve("Hello.java")).isExecutable();
    String own = System.getProperty("java.class.path");

    int compiled = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-parameters",
            "-proc:none",
            "-cp",
            own,
            "-d",
            project.toString(),
            project.resolve("Hello.java").toString());
    Process run = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            project + File.pathSeparator + own,
            "Hello",
            "-p",
            "name=Ana")
        .directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(run.getInputStream().readAllBytes());

    assertThat(compiled).isZero();
    assertThat(run.waitFor()).as(output).isZero();
    assertThat(output).contains("step=greet state=completed", "Hello Ana");
    assertThat(project.resolve(".treadle")).isDirectory();
  }

  private CommandLineRun piped(String... args) {
    return on(CommandLineRun.PIPE, args);
  }

  private CommandLineRun json(String... args) {
    return piped(Stream.concat(Stream.of(args), Stream.of("-o", "json")).toArray(String[]::new));
  }

  private CommandLineRun on(Terminal terminal, String... args) {
    return CommandLineRun.with(terminal, new SampleStore(), here, args);
  }

  private String masked(String text) {
    return text.replace(here.toString(), "/HERE");
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path file : List.copyOf(paths.filter(Files::isRegularFile).toList())) {
        files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
