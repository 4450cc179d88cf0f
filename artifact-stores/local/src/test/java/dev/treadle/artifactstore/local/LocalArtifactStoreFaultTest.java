package dev.treadle.artifactstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.StoreAccessException;
import dev.treadle.error.StorePoisonedException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalArtifactStoreFaultTest {
  private static final StorePath PATH = StorePath.of("blobs/ab/object");
  private static final byte[] BYTES = bytes();

  @TempDir
  Path folder;

  @Test
  void losesNothingThatItAcknowledgedToAPowerCutAfterAnyCall() throws IOException {
    int failAt = 0;
    FaultyStoreIO disk;
    do {
      disk = new FaultyStoreIO(++failAt, new IOException("power cut"));
      var root = folder.resolve("root-" + failAt);
      var outcome = openAndCreate(root, disk);
      disk.cutPower();

      try (var reopened = open(root, StoreIO.REAL)) {
        if (outcome != null) {
          assertThat(stored(reopened)).as("call %s", failAt).isEqualTo(BYTES);
        }
        reopened.create(PATH, ByteSource.of(BYTES), ObjectDigest.of(BYTES));
        assertThat(stored(reopened)).as("call %s", failAt).isEqualTo(BYTES);
        assertThat(reopened.list(StorePath.ROOT)).hasSize(1);
      }
    } while (disk.failed());
    assertThat(failAt).isGreaterThan(12);
  }

  @Test
  void showsNothingHalfWhenAnyCallFails() throws IOException {
    int failAt = 0;
    FaultyStoreIO disk;
    do {
      disk = new FaultyStoreIO(++failAt, new IOException("No space left on device"));
      var root = folder.resolve("root-" + failAt);
      var outcome = openAndCreate(root, disk);

      try (var reopened = open(root, StoreIO.REAL)) {
        var listed = reopened.list(StorePath.ROOT).toList();
        assertThat(listed).as("call %s", failAt).hasSizeLessThanOrEqualTo(1);
        if (!listed.isEmpty()) {
          assertThat(stored(reopened)).as("call %s", failAt).isEqualTo(BYTES);
        }
        var again = reopened.create(PATH, ByteSource.of(BYTES), ObjectDigest.of(BYTES));
        assertThat(again == CreateOutcome.CREATED)
            .as("call %s", failAt)
            .isEqualTo(listed.isEmpty());
        assertThat(outcome == null || !listed.isEmpty()).isTrue();
      }
    } while (disk.failed());
  }

  @Test
  void takesNoMoreWritesAfterAFailedForceUntilItIsOpenedAgain() throws IOException {
    var disk = new OneFault("force", new IOException("Input/output error"));
    try (var store = open(folder, disk)) {
      disk.arm();
      assertThatThrownBy(() -> create(store)).isInstanceOf(StorePoisonedException.class);

      assertThatThrownBy(() -> create(store))
          .isInstanceOfSatisfying(
              StorePoisonedException.class,
              e -> assertThat(e.code()).isEqualTo(CoreProblem.STORE_POISONED))
          .hasMessageContainingAll("Input/output error", "open the store again");
      assertThat(store.list(StorePath.ROOT)).isEmpty();
    }
    try (var reopened = open(folder, StoreIO.REAL)) {
      assertThat(create(reopened)).isEqualTo(CreateOutcome.CREATED);
      assertThat(temporaries()).isEmpty();
    }
  }

  @Test
  void acknowledgesWhatIsAlreadyThereOnlyWhenItsNameIsDurable() throws IOException {
    try (var store = open(folder, StoreIO.REAL)) {
      create(store);
    }

    var disk = new OneFault("sync", new IOException("Input/output error"));
    try (var store = open(folder, disk)) {
      disk.arm();
      assertThatThrownBy(() -> create(store)).isInstanceOf(StorePoisonedException.class);
    }
  }

  @Test
  void saysWhyTheDiskRefuses() throws IOException {
    var refusals = List.of(
        List.of(new IOException("No space left on device"), "300,000 bytes needed"),
        List.of(new IOException("Disk quota exceeded"), "No space"),
        List.of(new AccessDeniedException("x"), "No permission"),
        List.of(new IOException("Read-only file system"), "Mount it for writing"));
    for (var refusal : refusals) {
      var disk = new OneFault("write", (IOException) refusal.get(0));
      try (var store = open(folder, disk)) {
        disk.arm();
        assertThatThrownBy(() -> create(store))
            .isInstanceOf(StoreAccessException.class)
            .hasMessageContainingAll((String) refusal.get(1), PATH.toString(), folder.toString());
        assertThat(temporaries()).isEmpty();
      }
    }
  }

  @Test
  void worksWithoutHardLinks() throws IOException {
    var disk = new OneFault("link", new UnsupportedOperationException("no links"));
    disk.arm();
    try (var store = open(folder, disk)) {
      assertThat(create(store)).isEqualTo(CreateOutcome.CREATED);
      assertThat(create(store)).isEqualTo(CreateOutcome.ALREADY_THERE);
      assertThat(stored(store)).isEqualTo(BYTES);
      assertThat(temporaries()).isEmpty();
    }
  }

  private @Nullable CreateOutcome openAndCreate(Path root, StoreIO disk) {
    try (var store = open(root, disk)) {
      return create(store);
    } catch (TreadleException e) {
      return null;
    }
  }

  private static CreateOutcome create(LocalArtifactStore store) {
    return store.create(PATH, ByteSource.of(BYTES), ObjectDigest.of(BYTES));
  }

  private static byte[] stored(LocalArtifactStore store) throws IOException {
    try (var in = store.open(PATH)) {
      return in.readAllBytes();
    }
  }

  private List<Path> temporaries() throws IOException {
    try (var files = Files.list(folder.resolve(Layout.TEMPORARY))) {
      return files.filter(file -> !file.toString().endsWith(".lock")).toList();
    }
  }

  private static LocalArtifactStore open(Path root, StoreIO io) {
    return LocalArtifactStore.open("store", root, null, Clock.systemUTC(), io);
  }

  private static byte[] bytes() {
    var bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }
}
