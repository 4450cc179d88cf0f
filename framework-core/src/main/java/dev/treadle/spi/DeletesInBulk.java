package dev.treadle.spi;

import java.util.Collection;
import java.util.List;

/**
 * A store that deletes many objects at once.
 *
 * @since 0.1
 */
public interface DeletesInBulk {

  /**
   * Deletes any number of objects, in any order; absent ones are fine. What could not be deleted is returned, and does
   * not keep the others from being deleted.
   */
  List<DeleteFailure> deleteAll(Collection<StorePath> paths);
}
