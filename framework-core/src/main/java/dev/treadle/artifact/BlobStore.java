package dev.treadle.artifact;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreConflictException;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.LocalFiles;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StagedObject;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** File contents by their SHA-256, plain or compressed, in any store. Knows what it has seen in this process. */
final class BlobStore {
  private static final Logger log = LoggerFactory.getLogger(BlobStore.class);
  static final int ZSTD_LEVEL = 1;
  private static final double WORTH_IT = 1.2;

  private final ArtifactStore store;
  private final Compression compression;
  private final ScratchFolder scratch;
  private final ObjectGuard guard;
  private final KnownObjects known = new KnownObjects();
  private final RecentDigests damaged = new RecentDigests();

  BlobStore(
      ArtifactStore store, Compression compression, ScratchFolder scratch, ObjectGuard guard) {
    this.store = store;
    this.guard = guard;
    this.compression = compression;
    this.scratch = scratch;
  }

  StagedObject stage() throws IOException {
    return store instanceof LocalFiles local
        ? local.stage()
        : new SpooledObject(store, scratch.temporaryFile());
  }

  /** Takes a file over without copying it, where the store can. */
  Optional<PendingBlob> adopt(Path file) {
    return store instanceof LocalFiles local
        ? Optional.of(new PendingBlob(this, local.adopt(file)))
        : Optional.empty();
  }

  void create(byte[] bytes, ObjectDigest digest) {
    boolean compressed = paysToCompress(bytes);
    publish(digest.sha256(), compressed, path -> {
      var stored = compressed ? Zstd.compress(bytes, ZSTD_LEVEL) : bytes;
      store.create(path, ByteSource.of(stored), compressed ? ObjectDigest.of(stored) : digest);
    });
  }

  void publish(StagedObject staged, String sha256, boolean compressed) {
    publish(sha256, compressed, staged::publish);
  }

  /** What is there of these from now on stays until what this process does is over. */
  void rely(Collection<StorePath> paths) {
    guard.rely(paths);
  }

  /** Relies on the blob before it looks whether it is there: what is there then stays. */
  private void publish(String sha256, boolean compressed, Consumer<StorePath> create) {
    var path = compressed ? Locations.compressedBlob(sha256) : Locations.blob(sha256);
    long sweeps = guard.rely(Set.of(path));
    if (!known.contains(path, sweeps)) {
      mending(sha256, path, () -> create.accept(path));
      known.add(path, sweeps);
    }
  }

  /** Stored bytes were found missing or wrong: whoever brings the right ones next replaces them. */
  void suspect(String sha256) {
    known.remove(Locations.blob(sha256));
    known.remove(Locations.compressedBlob(sha256));
    damaged.add(sha256);
  }

  /** The name of a blob says what it holds, so an object that holds anything else is damaged and gives way. */
  private void mending(String sha256, StorePath path, Runnable create) {
    if (damaged.contains(sha256)) {
      store.delete(path);
      damaged.remove(sha256);
    }
    try {
      Failpoints.hit("blob.beforeCreate");
      create.run();
      Failpoints.hit("blob.afterCreate");
    } catch (StoreConflictException e) {
      log.warn("A damaged blob is replaced: {}", e.getMessage());
      store.delete(path);
      create.run();
    }
  }

  /** Creates an object that is small and not a blob. */
  void create(StorePath path, byte[] bytes) {
    rely(Set.of(path));
    store.create(path, ByteSource.of(bytes), ObjectDigest.of(bytes));
  }

  /** A small object that is not a blob. */
  byte[] read(StorePath path) throws IOException {
    try (var bytes = store.open(path)) {
      return bytes.readAllBytes();
    }
  }

  /** The plain bytes of a blob, unverified. */
  InputStream open(String sha256) throws IOException {
    try {
      return store.open(Locations.blob(sha256));
    } catch (ObjectNotFoundException plain) {
      try {
        return new ZstdInputStream(store.open(Locations.compressedBlob(sha256)));
      } catch (ObjectNotFoundException compressed) {
        throw plain;
      }
    }
  }

  /** The plain blob as a file of the store, unverified. */
  Optional<Path> file(String sha256) {
    if (store instanceof LocalFiles local) {
      try {
        return Optional.of(local.file(Locations.blob(sha256)));
      } catch (ObjectNotFoundException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean paysToCompress(byte[] bytes) {
    if (compression == Compression.NEVER || bytes.length <= InlineForm.LIMIT) {
      return false;
    }
    var sample = Arrays.copyOf(bytes, Math.min(bytes.length, PendingBlob.BUFFER));
    return sample.length >= WORTH_IT * Zstd.compress(sample, ZSTD_LEVEL).length;
  }

  ScratchFolder scratch() {
    return scratch;
  }
}
