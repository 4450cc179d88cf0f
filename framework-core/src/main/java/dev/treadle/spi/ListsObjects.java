package dev.treadle.spi;

import java.util.stream.Stream;

/**
 * A store that lists its objects.
 *
 * @since 0.1
 */
public interface ListsObjects {

  /**
   * All objects whose path starts with the prefix's text ({@code ab} finds {@code abc} and {@code ab/c}), {@link
   * StorePath#ROOT} for all. Recursive, in ascending order of the path's UTF-8 bytes, each object once, any number of
   * them in bounded memory. Objects created or deleted before the call are seen as such. Folders, temporary data and the
   * store's marker never appear.
   *
   * <p>The stream is lazy and throws what a read of the store throws. The caller closes it.
   */
  Stream<StoredObject> list(StorePath prefix);
}
