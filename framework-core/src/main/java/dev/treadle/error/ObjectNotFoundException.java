package dev.treadle.error;

/** An artifact store has no object at a path. */
public final class ObjectNotFoundException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public ObjectNotFoundException(String store, String path) {
    super(CoreProblem.STORE_OBJECT_MISSING, "Store '" + store + "' has no object " + path);
  }
}
