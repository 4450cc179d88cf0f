package dev.treadle.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Local copies of blobs by their digest, and temporary files. Made when it is needed. */
final class ScratchFolder {
  private final Path folder;

  ScratchFolder(Path folder) {
    this.folder = folder;
  }

  Path temporaryFile() throws IOException {
    return Files.createTempFile(Files.createDirectories(folder.resolve("tmp")), "", "");
  }

  Path temporaryFolder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder.resolve("tmp")), "");
  }

  Path copy(String sha256) {
    return folder.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** Makes a finished temporary file the copy of a blob. */
  Path keep(Path temporary, String sha256) throws IOException {
    var copy = copy(sha256);
    Files.createDirectories(copy.resolveSibling("."));
    if (!temporary.toFile().setReadOnly()) {
      throw new IOException("Could not make " + temporary + " read-only");
    }
    return Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
  }
}
