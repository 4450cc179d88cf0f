package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocationTest {
  @TempDir
  Path directory;

  @Test
  void takesOptionThenEnvironmentThenSettingsThenTheUsersOwn() throws IOException {
    Path below = Files.createDirectories(directory.resolve("a/b"));
    Path home = Path.of("/home/ana");
    ProjectDirectory project = new ProjectDirectory(below);
    Map<String, String> variable = Map.of("TREADLE_STORE", "elsewhere");

    assertThat(find(Optional.empty(), Map.of(), project, "Linux", home))
        .isEqualTo(Path.of("/home/ana/.local/share/treadle"));
    assertThat(find(Optional.empty(), Map.of(), project, "Mac OS X", home))
        .isEqualTo(Path.of("/home/ana/Library/Application Support/treadle"));

    Files.createFile(directory.resolve("a/pom.xml"));
    assertThat(find(Optional.empty(), Map.of(), project, "Linux", home))
        .isEqualTo(directory.resolve("a/.treadle"));

    Files.createFile(directory.resolve("treadle.yaml"));
    assertThat(find(Optional.empty(), Map.of(), project, "Linux", home))
        .isEqualTo(directory.resolve(".treadle"));
    assertThat(find(Optional.empty(), variable, project, "Linux", home))
        .isEqualTo(below.resolve("elsewhere"));
    assertThat(find(Optional.of(Path.of("/s")), variable, project, "Linux", home))
        .isEqualTo(Path.of("/s"));
  }

  private static Path find(
      Optional<Path> option,
      Map<String, String> environment,
      ProjectDirectory project,
      String system,
      Path home) {
    Settings settings = Settings.load(
        environment,
        project.settings(),
        Settings.userFile(environment, system, home),
        project.start());
    return StoreLocation.find(option, settings, environment, project, system, home);
  }
}
