package dev.treadle.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineArchiveTest {
  @TempDir
  Path directory;

  private Path jar;
  private Path classes;

  @BeforeEach
  void makeAJarAndADirectory() throws IOException {
    jar = directory.resolve("lib.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of(
          "lib/Thing.class",
          "settings.xml",
          "META-INF/lib.properties",
          "META-INF/services/Spi",
          "META-INF/versions/9/lib/more/Thing.class")) {
        out.putNextEntry(new JarEntry(name));
        out.closeEntry();
      }
    }
    classes = directory.resolve("classes");
    file("own/Pipe.class");
    file("META-INF/services/Spi");
  }

  @Test
  void isMadeOfWhatTheFirstRunLoadedAndUsedByTheNext() throws Exception {
    PipelineArchive first = archive();
    Path run = Files.createDirectories(directory.resolve("run"));
    List<String> recording = first.arguments(run);
    assertThat(first.classPath()).containsExactly(classes, jar);
    assertThat(recording).containsExactly("-XX:DumpLoadedClassList=" + run.resolve("classes.list"));
    assertThat(new ProcessBuilder(
                PipelineJvm.java(), recording.get(0), "-cp", jar.toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor())
        .isZero();

    Path work = Files.createDirectories(directory.resolve("cache/treadle/work"));
    Files.move(run.resolve("classes.list"), work.resolve("list"));
    Files.write(work.resolve("jars"), List.of(jar.toString()));
    ArchiveMaker.main(new String[] {first.file().toString(), work.toString()});

    assertThat(work).doesNotExist();
    assertThat(archive().arguments(run))
        .startsWith("-XX:SharedArchiveFile=" + first.file(), "-Xshare:auto");
    assertThat(archive().classPath()).containsExactly(jar, classes);
    file("lib/Other.class");
    assertThat(archive().arguments(run)).isEmpty();
    assertThat(archive().classPath()).containsExactly(classes, jar);
  }

  @Test
  void anotherJarHasAnotherArchive() throws IOException {
    Path before = archive().file();

    Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);

    assertThat(archive().file()).isNotEqualTo(before);
  }

  @Test
  void whoWantsItOtherwiseHasNone() {
    assertThat(
            PipelineArchive.of(session(Map.of("TREADLE_ARCHIVE", "off")), List.of(jar), List.of())
                .arguments(directory))
        .isEmpty();
    assertThat(PipelineArchive.of(session(Map.of()), List.of(jar), List.of("-Xshare:off"))
            .arguments(directory))
        .isEmpty();
  }

  @Test
  void knowsWhatCouldStandBehindTheJars() throws IOException {
    ArchiveNames names = ArchiveNames.of(List.of(jar));

    assertThat(names.conflict(List.of(classes))).isFalse();
    for (String name : List.of("settings.xml", "lib/New.class", "META-INF/lib.properties")) {
      Path added = file(name);
      assertThat(names.conflict(List.of(classes))).as(name).isTrue();
      Files.delete(added);
    }
  }

  private Path file(String name) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, "");
  }

  private PipelineArchive archive() {
    return PipelineArchive.of(session(Map.of()), List.of(classes, jar), List.of());
  }

  private Session session(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    return new Session(new Surroundings(
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        StandardCharsets.UTF_8,
        new Terminal(false, false, false, 80, 24, true),
        all,
        directory,
        Clock.systemUTC(),
        path -> {
          throw new IllegalStateException();
        },
        new ForkedDescriber()));
  }
}
