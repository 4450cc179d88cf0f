package dev.treadle.error;

/**
 * The bytes that reached an artifact store are not those that were declared; nothing became visible.
 *
 * @since 0.1
 */
public final class CorruptUploadException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the object and both digests. */
  public CorruptUploadException(String store, String path, String found, String declared) {
    super(
        CoreProblem.STORE_CORRUPT_UPLOAD,
        "The bytes for " + path + " in store '" + store + "' are not what was declared: found "
            + found + ", declared " + declared
            + ". The source changed or was damaged on its way; create it again");
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
