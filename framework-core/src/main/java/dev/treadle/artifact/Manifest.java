package dev.treadle.artifact;

import java.util.List;

/**
 * What an artifact consists of. Its canonical JSON has no time, id or place in it, so that equal content has one digest
 * everywhere; that digest is the artifact's identity.
 */
public sealed interface Manifest permits FileManifest, ListManifest {

  /** The canonical JSON (RFC 8785) in UTF-8. */
  byte[] json();

  /** The SHA-256 of {@link #json}, with {@code sha256:} before it. */
  default String digest() {
    return Digests.of(json());
  }

  /**
   * A digest of the content alone, with {@code sha256:} before it: of files the OMS root digest, which is the SHA-256 of
   * the files' raw digests in code-point order of names; of a list the same over the manifest digests of its items.
   */
  String contentDigest();

  /**
   * Reads canonical JSON.
   *
   * @throws IllegalArgumentException when it is no manifest, or not in canonical form
   */
  static Manifest parse(byte[] json) {
    return ManifestJson.parse(json);
  }

  /** The media type of the bytes; of a list, that of a list. */
  String mediaType();

  /** The files, none for a list. */
  List<ManifestFile> files();
}
