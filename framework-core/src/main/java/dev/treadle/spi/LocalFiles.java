package dev.treadle.spi;

import java.nio.file.Path;

/**
 * A store on a file system of this machine. Objects can be mapped into memory, and written before their path is known.
 *
 * @since 0.1
 */
public interface LocalFiles {

  /**
   * The object as a read-only file. The bytes are not verified. The path is good until the object is deleted; nobody may
   * write to it.
   *
   * @throws dev.treadle.error.ObjectNotFoundException when there is no object
   */
  Path file(StorePath path);

  /** Starts an object whose path is known only when its bytes are, as it is with content addresses. */
  StagedObject stage();

  /**
   * Starts an object from a file of the caller, which is moved into the store, or copied and deleted if it lies on
   * another file system. Nobody may write to it any more. Its bytes are read once for their digest; {@link
   * StagedObject#bytes} is closed already.
   */
  StagedObject adopt(Path file);
}
