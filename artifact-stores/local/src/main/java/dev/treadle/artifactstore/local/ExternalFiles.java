package dev.treadle.artifactstore.local;

import dev.treadle.error.ExternalChangedException;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreUnavailableException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ExternalObject;
import dev.treadle.spi.ObjectDigest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files outside the store, which belong to others and may change at any time. Their version is their content. */
final class ExternalFiles {
  private static final String ALGORITHM = "sha256:";

  private final String store;

  ExternalFiles(String store) {
    this.store = store;
  }

  ExternalObject stat(URI uri) {
    try {
      var file = file(uri);
      var modified = Files.getLastModifiedTime(file).toInstant();
      try (var bytes = Files.newInputStream(file)) {
        var digest = ObjectDigest.of(bytes);
        return new ExternalObject(uri, digest.size(), modified, ALGORITHM + digest.sha256());
      }
    } catch (IOException e) {
      throw failed(e, uri);
    }
  }

  InputStream open(URI uri, String version) {
    try {
      var channel = FileChannel.open(file(uri), StandardOpenOption.READ);
      try {
        var found =
            ALGORITHM + ObjectDigest.of(Channels.newInputStream(channel)).sha256();
        if (!found.equals(version)) {
          throw new ExternalChangedException(uri.toString(), version, found);
        }
        channel.position(0);
        return new PinnedInputStream(Channels.newInputStream(channel), uri, version);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed(e, uri);
    }
  }

  private Path file(URI uri) throws IOException {
    Path file;
    try {
      file = Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IllegalArgumentException(
          "Store '" + store + "' reads file:/// addresses, not " + uri, e);
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  private TreadleException failed(IOException e, URI uri) {
    return e instanceof NoSuchFileException
        ? new ObjectNotFoundException(store, uri.toString())
        : new StoreUnavailableException("Could not read " + uri + ": " + e, e);
  }
}
