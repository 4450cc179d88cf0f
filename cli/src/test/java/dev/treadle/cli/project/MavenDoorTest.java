package dev.treadle.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.ProjectDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of two modules whose wrapper writes down how it is called and answers with a class path. */
class MavenDoorTest {
  private static final String WRAPPER = """
      #!/bin/sh
      echo "$@" >> calls.txt
      echo 'WARNING of the build'
      if [ -e broken ]; then echo 'COMPILATION ERROR'; exit 1; fi
      for argument in "$@"; do
        case $argument in
          -Dmdep.outputFile=*) printf '%s:%s:%s' "$PWD/lib.jar" "$PWD/core/target/classes" "$PWD/bom/target/classes" > "${argument#*=}" ;;
        esac
      done
      """;

  @TempDir
  Path root;

  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void writeProject() throws IOException {
    write(
        "pom.xml",
        "<project><modules><module>core</module><module>bom</module><module>app</module></modules></project>");
    write("core/pom.xml", "<project/>");
    write("core/src/main/java/c/Core.java", "package c;");
    write("bom/pom.xml", "<project/>");
    write("app/pom.xml", "<project/>");
    write("app/src/main/java/a/CreditRisk.java", "package a;");
    write("lib.jar", "");
    write("mvnw", WRAPPER);
    assertThat(root.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(root.resolve("core/target/classes"));
    new Compiled(root.resolve("app/target/classes"))
        .add(
            "a.CreditRisk",
            "package a; import dev.treadle.api.*; public class CreditRisk implements "
                + "Pipeline<NoParams> { @Override public void define(PipelineBuilder p, NoParams n) {} }")
        .compile();
  }

  @Test
  void asksMavenOnceForTheModuleThatHoldsThePipeline() throws IOException {
    LaunchTarget first = door(root, true).find("credit-risk");
    LaunchTarget second = door(root, true).find("credit-risk");

    assertThat(first.classPath())
        .containsExactly(
            root.resolve("app/target/classes"),
            root.resolve("lib.jar"),
            root.resolve("core/target/classes"));
    assertThat(second).isEqualTo(first);
    assertThat(calls()).hasSize(1);
    assertThat(calls().get(0))
        .startsWith("-q -B -Dstyle.color=never -am -pl app compile"
            + " org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath");
    assertThat(said).containsExactly("Compiling app");
  }

  @Test
  void compilesWhenASourceOfAModuleOnTheClassPathIsNewer() throws IOException {
    door(root, true).find("credit-risk");
    touch("core/src/main/java/c/Core.java");

    door(root, true).find("credit-risk");

    assertThat(calls()).hasSize(2);
    assertThat(calls().get(1)).isEqualTo("-q -B -Dstyle.color=never -am -pl app compile");
  }

  @Test
  void compilesWhenASourceIsDeleted() throws IOException {
    door(root, true).find("credit-risk");
    Files.delete(root.resolve("core/src/main/java/c/Core.java"));
    touch("core/src/main/java/c");

    door(root, true).find("credit-risk");

    assertThat(calls()).hasSize(2);
  }

  @Test
  void compilesAgainAfterABuildThatFailedHalfway() throws IOException {
    door(root, true).find("credit-risk");
    touch("core/src/main/java/c/Core.java");
    write("broken", "");
    assertThatThrownBy(() -> door(root, true).find("credit-risk"))
        .isInstanceOf(TreadleException.class);
    Files.delete(root.resolve("broken"));
    write("core/target/classes/copied.properties", "");
    touch("core/target/classes/copied.properties");

    door(root, true).find("credit-risk");

    assertThat(calls()).hasSize(3);
  }

  @Test
  void asksAgainWhenAnyPomHasChanged() throws IOException {
    door(root, true).find("credit-risk");
    write("core/pom.xml", "<project><!-- changed --></project>");

    door(root, true).find("credit-risk");

    assertThat(calls()).hasSize(2);
    assertThat(calls().get(1)).contains("build-classpath");
  }

  @Test
  void leavesClassesAloneWithoutABuild() throws IOException {
    touch("app/src/main/java/a/CreditRisk.java");

    door(root, false).find("credit-risk");
    touch("app/src/main/java/a/CreditRisk.java");
    door(root, false).find("credit-risk");

    assertThat(calls()).hasSize(1);
    assertThat(calls().get(0)).endsWith("-Dmaven.main.skip=true");
  }

  @Test
  void runsMavenAtTheRootAlsoFromWithinAModule() throws IOException {
    door(root.resolve("app/src"), true).find("credit-risk");

    assertThat(calls().get(0)).contains("-pl app");
  }

  @Test
  void passesOnWhatMavenSaysWhenItFails() throws IOException {
    write("broken", "");

    assertThatThrownBy(() -> door(root, true).find("credit-risk"))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CliProblem.BUILD_FAILED))
        .hasMessageContaining("exit code 1")
        .hasMessageContaining("--no-build");
    assertThat(said).contains("COMPILATION ERROR");
  }

  @Test
  void saysThatThereIsNoProject() {
    assertThatThrownBy(() -> door(root.getRoot(), true))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CliProblem.NO_PROJECT));
  }

  private MavenDoor door(Path directory, boolean build) {
    return new MavenDoor(
        new ProjectDirectory(directory),
        root.resolve(".treadle/cache"),
        build,
        Clock.systemUTC(),
        said::add);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls.txt"));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** An hour ahead, so that no file system's clock is too coarse. */
  private void touch(String file) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now().plusSeconds(3600)));
  }
}
