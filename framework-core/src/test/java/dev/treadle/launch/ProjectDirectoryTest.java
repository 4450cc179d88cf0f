package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDirectoryTest {
  @TempDir
  Path root;

  @Test
  void aModuleOfAModuleBelongsToTheUppermost() throws IOException {
    pom("", "<modules><module>examples</module></modules>");
    pom("examples", "<modules>\n<module> hello </module>\n</modules>");
    Path hello = pom("examples/hello", "");

    assertThat(new ProjectDirectory(hello.resolve("src")).module()).contains(hello);
    assertThat(new ProjectDirectory(hello.resolve("src")).reactor()).contains(root);
  }

  @Test
  void aModuleMayLieDeeperOrBeNamedByItsFile() throws IOException {
    pom("", "<module>stores/local</module><module>stores/s3/pom.xml</module>");

    assertThat(new ProjectDirectory(pom("stores/local", "")).reactor()).contains(root);
    assertThat(new ProjectDirectory(pom("stores/s3", "")).reactor()).contains(root);
  }

  @Test
  void aProjectInTheFolderOfAnotherStandsAlone() throws IOException {
    pom("", "<modules><module>examples</module></modules>");
    Path demo = pom("demo", "");

    assertThat(new ProjectDirectory(demo).reactor()).contains(demo);
  }

  @Test
  void aModuleOfAProfileStandsAlone() throws IOException {
    pom(
        "",
        "<modules><module>api</module></modules>"
            + "<profiles><profile><modules><module>spark</module></modules></profile></profiles>");

    assertThat(new ProjectDirectory(pom("api", "")).reactor()).contains(root);
    Path spark = pom("spark", "");
    assertThat(new ProjectDirectory(spark).reactor()).contains(spark);
  }

  @Test
  void aFolderBelowNoPomIsInNoProject() {
    assertThat(new ProjectDirectory(root).module()).isEmpty();
    assertThat(new ProjectDirectory(root).reactor()).isEmpty();
  }

  private Path pom(String directory, String content) throws IOException {
    Path module = Files.createDirectories(root.resolve(directory));
    Files.writeString(module.resolve("pom.xml"), "<project>" + content + "</project>");
    return module;
  }
}
