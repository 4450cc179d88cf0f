package dev.treadle.artifact;

import dev.treadle.failpoint.Failpoints;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of an artifact that is being written. Closing it gives up what is not published. */
final class PendingFiles implements AutoCloseable {
  private final BlobStore blobs;
  private final @Nullable Path movable;
  private final Map<String, PendingBlob> files = new TreeMap<>(ManifestFile.BY_CODE_POINT);

  /**
   * Starts an artifact.
   *
   * @param movable files below this folder are moved instead of copied; null for none
   */
  PendingFiles(BlobStore blobs, @Nullable Path movable) {
    this.blobs = blobs;
    this.movable = movable;
  }

  OutputStream create(String name) {
    var blob = new PendingBlob(blobs);
    put(name, blob);
    return blob;
  }

  void text(String name, String text) throws IOException {
    try (var file = create(name)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Moves a file if it may be moved and that is worth it. */
  boolean adopt(String name, Path file) throws IOException {
    if (movable == null
        || Files.size(file) <= PendingBlob.BUFFER
        || !file.toRealPath().startsWith(movable.toRealPath())) {
      return false;
    }
    checkNew(name);
    var adopted = blobs.adopt(file);
    adopted.ifPresent(blob -> files.put(name, blob));
    return adopted.isPresent();
  }

  /** Makes the files visible, or keeps them in the record if they are small, and gives the artifact its identity. */
  StoredArtifact publish(Materializer<?> materializer, Type type, ArtifactDescription description) {
    checkComplete();
    var manifest = new FileManifest(
        files.entrySet().stream()
            .map(file -> new ManifestFile(file.getKey(), file.getValue().digest()))
            .toList(),
        materializer.id(),
        materializer.formatVersion(),
        materializer.mediaType(type));
    var json = manifest.json();
    var digest = Digests.of(json);
    var inline = inline(manifest, json);
    if (inline.length == 0) {
      files.values().forEach(PendingBlob::publish);
      Failpoints.hit("manifest.beforeCreate");
      blobs.create(Locations.manifest(digest), json);
      Failpoints.hit("manifest.afterCreate");
    }
    return new StoredArtifact(
        manifest, digest, manifest.contentDigest(), manifest.totalBytes(), inline, description);
  }

  @Override
  public void close() {
    files.values().forEach(PendingBlob::discard);
  }

  private byte[] inline(FileManifest manifest, byte[] json) {
    if (manifest.totalBytes() > InlineForm.LIMIT) {
      return new byte[0];
    }
    var parts = new ArrayList<byte[]>();
    files.values().forEach(file -> file.bytes().ifPresent(parts::add));
    return InlineForm.pack(json, parts);
  }

  private void put(String name, PendingBlob blob) {
    checkNew(name);
    files.put(name, blob);
  }

  private void checkNew(String name) {
    if (files.containsKey(ManifestFile.checkName(name))) {
      throw new IllegalStateException("The file " + name + " was written before");
    }
  }

  private void checkComplete() {
    if (files.isEmpty()) {
      throw new IllegalStateException("No file was written");
    }
    files.forEach((name, blob) -> {
      if (!blob.isClosed()) {
        throw new IllegalStateException("The file " + name + " was not closed");
      }
      for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        if (files.containsKey(name.substring(0, slash))) {
          throw new IllegalStateException(
              name + " lies below the file " + name.substring(0, slash));
        }
      }
    });
  }
}
