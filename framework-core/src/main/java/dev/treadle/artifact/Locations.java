package dev.treadle.artifact;

import dev.treadle.spi.StorePath;

/** Where the parts of artifacts lie in a store, by their digests. */
final class Locations {
  private Locations() {}

  static StorePath blob(String sha256) {
    return at("blobs", sha256, "");
  }

  static StorePath compressedBlob(String sha256) {
    return at("blobs", sha256, ".zst");
  }

  static StorePath manifest(String digest) {
    return at("manifests", Digests.hex(digest), ".json");
  }

  /** The small items of a list, which are not stored one by one. */
  static StorePath items(String digest) {
    return at("maps", Digests.hex(digest), ".items");
  }

  private static StorePath at(String kind, String hex, String suffix) {
    return StorePath.of(kind + "/sha256/" + hex.substring(0, 2) + "/" + hex + suffix);
  }
}
