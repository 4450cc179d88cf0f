package dev.treadle.spi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one stored artifact, verified against their digests.
 *
 * @since 0.1
 */
public interface ArtifactInput {

  /** The files' names in code-point order. */
  List<String> names();

  /** The length of a file in bytes. */
  long size(String name) throws IOException;

  /** Opens a file for reading; size and digest have been checked. The caller closes it. */
  InputStream open(String name) throws IOException;

  /**
   * The file as a local, verified, read-only path, for mapped reads and native libraries. It stays valid as long as the
   * process runs.
   */
  Path path(String name) throws IOException;

  /** All files below a local, verified folder with their names kept. The caller owns the folder. */
  Path directory() throws IOException;

  /** The format version that the artifact was written with. */
  int formatVersion();

  /** Reads a value written by {@link ArtifactOutput#nested}. */
  Object nested(String folder, Type type) throws IOException;
}
