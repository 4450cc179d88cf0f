package dev.treadle.spi;

import dev.treadle.api.diff.Difference;
import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Says how two values of a type differ, better than a look at their parts does. Found through {@link
 * java.util.ServiceLoader}; needs a public no-argument constructor and is used by many threads at once.
 *
 * <p>The built-in comparison reads stored bytes and needs no class of the user; a differ is asked before it, in every
 * process whose class path has it and the type. The command line has neither unless a plugin brings them, as it loads no
 * class of a project.
 *
 * <p>The contract, tested by {@code ArtifactDifferContract}:
 *
 * <ul>
 *   <li>Of two equal values the result {@linkplain Difference#isEmpty is empty}, of two that are not equal it is not.
 *   <li>The same two values give an equal result, whichever thread asks and however often.
 *   <li>Neither value is changed, and no reference to one is kept.
 *   <li>The result is as small as what a person reads, however large the values are.
 * </ul>
 *
 * @param <T> the type of values
 * @since 0.1
 */
public interface ArtifactDiffer<T> {

  /** Whether values declared as this type are compared. Generic types are given with their arguments. */
  boolean handles(Type type);

  /**
   * Compares two values; equal digests never come here.
   *
   * @param base what was before
   * @param other what is now
   * @throws IOException when a value that reads lazily could not be read; the artifacts are then compared by their bytes
   */
  Difference diff(T base, T other) throws IOException;
}
