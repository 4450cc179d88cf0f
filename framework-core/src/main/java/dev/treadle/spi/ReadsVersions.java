package dev.treadle.spi;

import java.io.InputStream;
import java.net.URI;

/**
 * A store whose credentials also read data outside its root, pinned to a version. It never writes there.
 *
 * @since 0.1
 */
public interface ReadsVersions {

  /**
   * Looks at external data and says which version is there now. This may read all of it.
   *
   * @throws dev.treadle.error.ObjectNotFoundException when there is nothing
   * @throws IllegalArgumentException when the address is not one of this store's
   */
  ExternalObject stat(URI external);

  /**
   * Opens external data as it was at {@link #stat}. The caller closes it.
   *
   * @throws dev.treadle.error.ExternalChangedException when another version is there now; also in the middle of the
   *     stream or at its end, if it changes while it is read
   * @throws dev.treadle.error.ObjectNotFoundException when there is nothing
   */
  InputStream open(URI external, String version);
}
