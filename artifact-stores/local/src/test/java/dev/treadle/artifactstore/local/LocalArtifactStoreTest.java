package dev.treadle.artifactstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.ExternalChangedException;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreAccessException;
import dev.treadle.error.StoreLayoutException;
import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentFactory;
import dev.treadle.spi.ListsObjects;
import dev.treadle.spi.ReadsVersions;
import dev.treadle.spi.StorePath;
import dev.treadle.spi.StoredObject;
import dev.treadle.testing.ArtifactStoreContract;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
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
      return files
          .filter(file -> !file.toString().endsWith(".lock"))
          .map(Path::toString)
          .toList();
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
  void listsAnObjectAsOldAsItsLastByte() throws IOException {
    create(StorePath.of("a/b"), new byte[1]);
    var written = Instant.parse("2021-02-03T04:05:06Z");
    Files.setLastModifiedTime(folder.resolve("main/a/b"), FileTime.from(written));

    try (var store = open("main");
        var listed = ((ListsObjects) store).list(StorePath.ROOT)) {
      assertThat(listed).extracting(StoredObject::created).containsExactly(written);
    }
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
  void refusesAPathThroughAnObject() throws IOException {
    create(StorePath.of("a"), new byte[1]);

    assertThatThrownBy(() -> create(StorePath.of("a/b"), new byte[1]))
        .isInstanceOf(UnsafePathException.class)
        .hasMessageContaining("leads through the object");
    assertThat(leftovers("main")).isEmpty();
  }

  @Test
  void isFoundByItsFlavorAndPutsItsFilesIntoTreadlesFolder() {
    var factory = ServiceLoader.load(ComponentFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(LocalArtifactStoreFactory.class::isInstance)
        .map(LocalArtifactStoreFactory.class::cast)
        .findFirst()
        .orElseThrow();
    var context =
        new ComponentContext("mine", folder, folder.resolve(".treadle"), Clock.systemUTC());

    for (var expected : List.of(".treadle/artifacts", "elsewhere")) {
      var root = expected.startsWith(".") ? null : expected;
      try (var made = factory.create(new LocalArtifactStoreSettings(root, null), context)) {
        assertThat(made.name()).isEqualTo("mine");
        assertThat(made.flavor()).isEqualTo(factory.flavor());
        assertThat(folder.resolve(expected).resolve(Marker.NAME)).exists();
      }
    }
  }

  @Test
  void pinsFilesOutsideToTheirContent() throws IOException {
    var file = Files.writeString(folder.resolve("data.csv"), "id,total\n");
    var versions = (ReadsVersions) store();
    var seen = versions.stat(file.toUri());

    assertThat(seen.size()).isEqualTo(9);
    try (var in = versions.open(file.toUri(), seen.version())) {
      assertThat(in.readAllBytes()).asString().isEqualTo("id,total\n");
    }
    Files.writeString(file, "id,tota1\n");
    assertThatThrownBy(() -> versions.open(file.toUri(), seen.version()))
        .isInstanceOf(ExternalChangedException.class)
        .hasMessageContaining(seen.version());
    assertThatThrownBy(() -> versions.stat(folder.resolve("absent").toUri()))
        .isInstanceOf(ObjectNotFoundException.class);
    assertThatThrownBy(() -> versions.stat(URI.create("s3://bucket/key")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noticesAChangeOfAPinnedFileWhileItIsRead() throws IOException {
    var file = Files.write(folder.resolve("data.bin"), new byte[1 << 20]);
    var versions = (ReadsVersions) store();

    try (var in = versions.open(file.toUri(), versions.stat(file.toUri()).version())) {
      in.readNBytes(1000);
      try (var other = FileChannel.open(file, StandardOpenOption.WRITE)) {
        other.write(ByteBuffer.wrap(new byte[] {1}), 900_000);
      }
      assertThatThrownBy(in::readAllBytes).isInstanceOf(ExternalChangedException.class);
    }
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

  @Test
  void keepsTheUnfinishedObjectsOfThoseThatLive() throws IOException {
    try (var other = (LocalArtifactStore) open("main");
        var unfinished = other.stage()) {
      unfinished.bytes().write(new byte[100_000]);

      open("main").close();

      assertThat(leftovers("main")).hasSize(1);
    }
    assertThat(leftovers("main")).isEmpty();
  }

  private ArtifactStore openRoot(String root, @Nullable String expectedId) {
    return LocalArtifactStore.open(
        "store", folder.resolve(root), expectedId, Clock.fixed(NOW, ZoneOffset.UTC), StoreIO.REAL);
  }
}
