package dev.treadle.metadata;

import dev.treadle.error.ProblemCode;
import dev.treadle.error.TreadleException;
import org.jspecify.annotations.Nullable;

/** The metadata store refused or failed. The code says which: locked, unreachable, poisoned, a conflict, a limit. */
public final class MetadataStoreException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public MetadataStoreException(ProblemCode code, String message) {
    super(code, message);
  }

  public MetadataStoreException(ProblemCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
