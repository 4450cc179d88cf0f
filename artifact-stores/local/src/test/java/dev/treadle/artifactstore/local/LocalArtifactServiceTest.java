package dev.treadle.artifactstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Compression;
import dev.treadle.artifact.ObjectGuard;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts on the local disk, where files are mapped and moved instead of copied. */
final class LocalArtifactServiceTest {
  @TempDir
  Path folder;

  private LocalArtifactStore store;

  @BeforeEach
  void openStore() {
    store = LocalArtifactStore.open(
        "store", folder.resolve("store"), null, Clock.systemUTC(), StoreIO.REAL);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void touchesNoFileForASmallValue() throws IOException {
    var before = allFiles();

    var stored = service().store("value", "small", Path.class, new FileMaterializer());

    assertThat(service().load(stored.ref("value"), Path.class, new FileMaterializer()))
        .isInstanceOf(Path.class);
    assertThat(stored.isInline()).isTrue();
    assertThat(allFiles()).containsAll(before);
    assertThat(store.list(StorePath.ROOT)).isEmpty();
  }

  @Test
  void handsOutTheStoredFileItself() throws IOException {
    var source = file("source", 1_000_000);

    var stored = store(source);
    var loaded = load(stored);

    assertThat(loaded).isReadable().hasSameBinaryContentAs(source);
    assertThat(loaded.toRealPath()).startsWith(folder.resolve("store/blobs").toRealPath());
    assertThat(folder.resolve("scratch")).doesNotExist();
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void movesFilesOfTheStepIntoTheStoreWithoutCopying() throws IOException {
    var output = Files.createDirectory(folder.resolve("output"));
    var source = file("output/source", 1_000_000);
    var inode = Files.getAttribute(source, "unix:ino");

    var stored = service().store("value", source, Path.class, new FileMaterializer(), output);

    assertThat(source).doesNotExist();
    assertThat(Files.getAttribute(load(stored), "unix:ino")).isEqualTo(inode);
    assertThat(
            Files.isWritable(load(stored)) && !System.getProperty("user.name").equals("root"))
        .isFalse();
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void givesBackNothingOfADamagedFile() throws IOException {
    for (int size : List.of(10_000, 3_000_000)) {
      var stored = store(file("source-" + size, size));
      var sha256 = stored.manifest().files().get(0).digest().sha256();
      var blob = store.file(StorePath.of("blobs/sha256/" + sha256.substring(0, 2) + "/" + sha256));
      var bytes = Files.readAllBytes(blob);
      bytes[size / 2] ^= 1;
      Files.delete(blob);
      Files.write(blob, bytes);

      assertThatThrownBy(() -> load(stored))
          .isInstanceOf(ArtifactCorruptedException.class)
          .hasMessageContainingAll("'value'", "file", sha256);
      assertThat(service().verify(stored.ref("value"))).hasSize(1);
    }
  }

  @Test
  void leavesNoTemporaryWhenAMaterializerFailsHalfWay() throws IOException {
    var materializer = new FileMaterializer();
    var missing = folder.resolve("missing");

    assertThatThrownBy(() -> service().store("value", missing, Path.class, materializer))
        .hasMessageContaining("missing");

    assertThat(temporaries()).isEmpty();
    assertThat(store.list(StorePath.ROOT)).isEmpty();
  }

  private StoredArtifact store(Path file) {
    return service().store("value", file, Path.class, new FileMaterializer());
  }

  private Path load(StoredArtifact stored) {
    return (Path) service().load(stored.ref("value"), Path.class, new FileMaterializer());
  }

  private ArtifactService service() {
    return new ArtifactService(
        store,
        folder.resolve("scratch"),
        Compression.NEVER,
        type -> new FileMaterializer(),
        ObjectGuard.NONE);
  }

  private Path file(String name, int size) throws IOException {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }

  private List<Path> temporaries() throws IOException {
    try (var files = Files.list(folder.resolve("store").resolve(Layout.TEMPORARY))) {
      return files.filter(file -> !file.toString().endsWith(".lock")).toList();
    }
  }

  private List<Path> allFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
