package dev.treadle.error;

/**
 * An artifact store has no object at a path.
 *
 * @since 0.1
 */
public final class ObjectNotFoundException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the store and the path. */
  public ObjectNotFoundException(String store, String path) {
    super(CoreProblem.STORE_OBJECT_MISSING, "Store '" + store + "' has no object " + path);
  }
}
