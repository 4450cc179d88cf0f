package dev.treadle.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class SourceWatchTest {
  @TempDir
  Path module;

  @Test
  void seesAChangedSourceOfAModuleThatIsCompiledHere() throws Exception {
    Path source = write("src/main/java/A.java");
    write("target/classes/A.class");
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    SourceWatch watch = watch(true);
    write("target/classes/B.class");
    Files.writeString(source, "changed while a run was going on");

    assertThat(watch.awaitChange()).isEqualTo(source);
  }

  @Test
  void seesClassesThatAreMadeElsewhere() throws Exception {
    write("src/main/java/A.java");
    write("target/classes/A.class");
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    SourceWatch watch = watch(false);
    write("src/main/java/B.java");
    Path other = write("target/classes/B.class");

    assertThat(watch.awaitChange()).isEqualTo(other);
  }

  @Test
  void seesThatAFileIsGone() throws Exception {
    Path gone = write("target/classes/A.class");
    SourceWatch watch = watch(false);
    Files.delete(gone);

    assertThat(watch.awaitChange()).isEqualTo(gone);
  }

  private SourceWatch watch(boolean compiled) {
    Path classes = module.resolve("target/classes");
    return SourceWatch.of(
        new LaunchTarget(new PipelineClass("a.A", classes), List.of(classes), module), compiled);
  }

  private Path write(String name) throws IOException {
    Path file = module.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }
}
