package dev.treadle.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Where a materializer writes the files of one artifact. Names are relative, with {@code /}, without {@code .}, {@code
 * ..} or empty parts; each is written once. Bytes are hashed while they are written; nothing is visible before all files
 * are closed and published.
 *
 * @since 0.1
 */
public interface ArtifactOutput {

  /** Opens a new file. The caller closes it. Buffering is done here. */
  OutputStream create(String name) throws IOException;

  /**
   * Adds a regular file that exists already. It is copied, or moved when it lies in the step's output directory and the
   * platform allows.
   */
  void add(String name, Path file) throws IOException;

  /** Materializes a value found inside another, such as the items of a list, below the given folder. */
  void nested(String folder, Object value, java.lang.reflect.Type type) throws IOException;
}
