package dev.treadle.artifact;

import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which objects of the store artifacts consist of. */
public final class ArtifactObjects {
  private final BlobStore blobs;

  ArtifactObjects(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * The paths at which the parts of an artifact may lie, with the number of bytes of each; what may lie in two forms counts
   * once. Of lists also the parts of their items, as far as their manifests are there.
   *
   * @param manifestDigest with {@code sha256:} before it
   * @param inline whether the artifact is kept in its record; then only items of a list may have objects
   */
  public Map<StorePath, Long> of(String manifestDigest, String manifestJson, boolean inline) {
    Map<StorePath, Long> objects = new LinkedHashMap<>();
    if (!inline || ManifestJson.isList(manifestJson)) {
      byte[] json = manifestJson.getBytes(StandardCharsets.UTF_8);
      add(manifestDigest, Manifest.parse(json), inline ? 0 : json.length, objects);
    }
    return objects;
  }

  private void add(
      String manifestDigest, Manifest manifest, long size, Map<StorePath, Long> objects) {
    objects.put(Locations.manifest(manifestDigest), size);
    for (ManifestFile file : manifest.files()) {
      String sha256 = file.digest().sha256();
      objects.put(Locations.blob(sha256), file.digest().size());
      objects.put(Locations.compressedBlob(sha256), 0L);
    }
    if (manifest instanceof ListManifest list) {
      objects.put(Locations.items(manifestDigest), 0L);
      for (String item : list.items()) {
        if (!objects.containsKey(Locations.manifest(item))) {
          stored(item).ifPresent(json -> add(item, Manifest.parse(json), json.length, objects));
        }
      }
    }
  }

  /** Nothing when the item is kept in the list's own objects, or gone: without a manifest it has no parts. */
  private Optional<byte[]> stored(String manifestDigest) {
    try {
      byte[] json = blobs.read(Locations.manifest(manifestDigest));
      return Digests.of(json).equals(manifestDigest) ? Optional.of(json) : Optional.empty();
    } catch (ObjectNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
