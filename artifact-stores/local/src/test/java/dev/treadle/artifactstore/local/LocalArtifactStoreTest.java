package dev.treadle.artifactstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.StoreAccessException;
import dev.treadle.error.StoreLayoutException;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.StorePath;
import dev.treadle.testing.ArtifactStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalArtifactStoreTest extends ArtifactStoreContract {
  private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z");

  @TempDir
  Path folder;

  @Override
  protected ArtifactStore open(String root) {
    return openRoot(root, null);
  }

  @Override
  protected ArtifactStore open(String root, String expectedId) {
    return openRoot(root, expectedId);
  }

  @Override
  protected void overwriteMarker(String root, String text) throws IOException {
    var marker = folder.resolve(root).resolve(Marker.NAME);
    Files.delete(marker);
    Files.writeString(marker, text);
  }

  @Override
  protected List<String> leftovers(String root) throws IOException {
    try (var files = Files.list(folder.resolve(root).resolve(Layout.TEMPORARY))) {
      return files.map(Path::toString).toList();
    }
  }

  @Override
  protected List<Integer> criticalSizes() {
    return List.of(1 << 16, 32 << 20);
  }

  @Test
  void makesReadOnlyFilesInOpenFolders() throws IOException {
    create(StorePath.of("a/b"), new byte[1]);

    var file = folder.resolve("main/a/b");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void refusesLinksInsideTheRoot() throws IOException {
    var outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "x");
    Files.createSymbolicLink(folder.resolve("main/folder"), outside);
    Files.createSymbolicLink(folder.resolve("main/file"), outside.resolve("secret"));

    for (var path : List.of("folder/secret", "file")) {
      assertThatThrownBy(() -> store().open(StorePath.of(path)))
          .isInstanceOf(StoreAccessException.class)
          .hasMessageContaining("Stores follow no links");
    }
    assertThatThrownBy(() -> create(StorePath.of("folder/new"), new byte[1]))
        .isInstanceOf(StoreAccessException.class);
    assertThatThrownBy(() -> store().delete(StorePath.of("folder/secret")))
        .isInstanceOf(StoreAccessException.class);
    assertThat(outside.resolve("secret")).hasContent("x");
    assertThat(outside.resolve("new")).doesNotExist();
  }

  @Test
  void refusesAFolderWithOtherThings() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("home/thesis.txt"), "x");

    assertThatThrownBy(() -> open("home"))
        .isInstanceOfSatisfying(
            StoreLayoutException.class,
            e -> assertThat(e.code()).isEqualTo(CoreProblem.STORE_LAYOUT))
        .hasMessageContaining("thesis.txt");
    assertThat(folder.resolve("home/.tmp")).doesNotExist();
  }

  @Test
  void sweepsUnfinishedObjectsOfAWeekAgo() throws IOException {
    var temporaries = folder.resolve("main").resolve(Layout.TEMPORARY);
    var old = Files.writeString(temporaries.resolve("old"), "x");
    var young = Files.writeString(temporaries.resolve("young"), "x");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(8))));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofDays(6))));

    open("main").close();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  private ArtifactStore openRoot(String root, @Nullable String expectedId) {
    return LocalArtifactStore.open(
        "store", folder.resolve(root), expectedId, Clock.fixed(NOW, ZoneOffset.UTC), StoreIO.REAL);
  }
}
