package dev.treadle.spi;

import java.io.InputStream;

/**
 * A store that reads a part of an object without the rest.
 *
 * @since 0.1
 */
public interface ReadsRanges {

  /**
   * Opens the bytes from {@code offset} on, at most {@code length} of them: if the object has fewer, the rest. A range
   * that starts at the end, or of length zero, is empty. The caller closes it.
   *
   * @throws dev.treadle.error.ObjectNotFoundException when there is no object, whatever the range
   * @throws IllegalArgumentException when the offset is negative or past the end, or the length negative
   */
  InputStream open(StorePath path, long offset, long length);
}
