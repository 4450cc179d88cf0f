package dev.treadle.artifact;

import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.spi.ObjectDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/**
 * Blobs that are what their digest says: size always, SHA-256 on the first use in this process, before anybody sees a
 * byte.
 */
final class VerifiedBlobs {
  private static final int IN_MEMORY = 1 << 20;

  private final BlobStore blobs;
  private final RecentDigests verified = new RecentDigests();
  private final RecentDigests verifiedCopies = new RecentDigests();

  VerifiedBlobs(BlobStore blobs) {
    this.blobs = blobs;
  }

  InputStream open(String artifact, ManifestFile file) throws IOException {
    var digest = file.digest();
    if (digest.size() > IN_MEMORY || verified.contains(digest.sha256())) {
      return Files.newInputStream(path(artifact, file));
    }
    // Read once: what is verified is what is handed out.
    try (var bytes = openBlob(artifact, file)) {
      var all = bytes.readNBytes((int) digest.size() + 1);
      check(artifact, file, ObjectDigest.of(all));
      return new ByteArrayInputStream(all);
    }
  }

  Path path(String artifact, ManifestFile file) throws IOException {
    var sha256 = file.digest().sha256();
    var stored = blobs.file(sha256);
    if (stored.isPresent()) {
      return verified(artifact, file, stored.get(), verified);
    }
    var copy = blobs.scratch().copy(sha256);
    if (Files.exists(copy)) {
      try {
        return verified(artifact, file, copy, verifiedCopies);
      } catch (ArtifactCorruptedException e) {
        Files.delete(copy); // it is only a copy
        verifiedCopies.remove(sha256);
      }
    }
    return fetch(artifact, file);
  }

  /** Keeps bytes that are not in the store as a file. */
  Path path(byte[] bytes, String sha256) throws IOException {
    var copy = blobs.scratch().copy(sha256);
    if (Files.exists(copy) && ObjectDigest.of(copy).sha256().equals(sha256)) {
      return copy;
    }
    var temporary = blobs.scratch().temporaryFile();
    Files.write(temporary, bytes);
    return blobs.scratch().keep(temporary, sha256);
  }

  /** Looks at the stored bytes, whatever is known of them. */
  ObjectDigest digest(String artifact, ManifestFile file) throws IOException {
    try (var bytes = openBlob(artifact, file)) {
      var found = ObjectDigest.of(bytes);
      if (!found.equals(file.digest())) {
        suspect(file);
      }
      return found;
    }
  }

  private Path verified(String artifact, ManifestFile file, Path path, RecentDigests seen)
      throws IOException {
    long size = Files.size(path);
    var expected = file.digest();
    if (size != expected.size()) {
      seen.remove(expected.sha256());
      suspect(file);
      throw ArtifactCorruptedException.differs(
          artifact, file.name(), expected.toString(), size + " bytes");
    }
    if (!seen.contains(expected.sha256())) {
      check(artifact, file, ObjectDigest.of(path));
      seen.add(expected.sha256());
    }
    return path;
  }

  private Path fetch(String artifact, ManifestFile file) throws IOException {
    var temporary = blobs.scratch().temporaryFile();
    try {
      var hash = ObjectDigest.newHash();
      try (var bytes = openBlob(artifact, file);
          var copy = new DigestOutputStream(Files.newOutputStream(temporary), hash)) {
        bytes.transferTo(copy);
      }
      check(artifact, file, ObjectDigest.of(hash.digest(), Files.size(temporary)));
      verifiedCopies.add(file.digest().sha256());
      return blobs.scratch().keep(temporary, file.digest().sha256());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private InputStream openBlob(String artifact, ManifestFile file) throws IOException {
    try {
      return blobs.open(file.digest().sha256());
    } catch (ObjectNotFoundException e) {
      suspect(file);
      throw ArtifactCorruptedException.missing(
          artifact, file.name(), file.digest().toString(), e);
    }
  }

  private void suspect(ManifestFile file) {
    verified.remove(file.digest().sha256());
    blobs.suspect(file.digest().sha256());
  }

  private void check(String artifact, ManifestFile file, ObjectDigest found) {
    if (!found.equals(file.digest())) {
      suspect(file);
      throw ArtifactCorruptedException.differs(
          artifact, file.name(), file.digest().toString(), found.toString());
    }
  }
}
