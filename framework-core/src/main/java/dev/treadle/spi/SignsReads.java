package dev.treadle.spi;

import java.net.URI;
import java.time.Duration;

/**
 * A store that makes addresses by which anybody can read one object for a while.
 *
 * @since 0.1
 */
public interface SignsReads {

  /**
   * An address that reads the object without credentials. It is made without asking the store, so that the object need
   * not exist.
   *
   * @param validity from now on; more than the store allows is an {@link IllegalArgumentException}
   */
  URI signedRead(StorePath path, Duration validity);
}
