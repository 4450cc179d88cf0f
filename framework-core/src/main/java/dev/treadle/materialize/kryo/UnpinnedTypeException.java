package dev.treadle.materialize.kryo;

/** The declared type does not say which classes its values hold. Never leaves the package. */
final class UnpinnedTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnpinnedTypeException(String message) {
    super(message);
  }
}
