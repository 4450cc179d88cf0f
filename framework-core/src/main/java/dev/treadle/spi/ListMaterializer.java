package dev.treadle.spi;

import java.io.IOException;
import java.lang.reflect.Type;

/**
 * A materializer of lists that stores item by item, so that a run-time fan-out reads one item without the others.
 *
 * @param <T> the type of the list
 * @since 0.1
 */
public interface ListMaterializer<T> extends Materializer<T> {

  /** The number of items, without reading one. */
  int count(ArtifactInput input) throws IOException;

  /**
   * One item.
   *
   * @throws IndexOutOfBoundsException when the index is not below {@link #count}
   */
  Object loadItem(Type listType, ArtifactInput input, int index) throws IOException;
}
