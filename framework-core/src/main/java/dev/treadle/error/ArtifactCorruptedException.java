package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/** Stored bytes of an artifact are missing or differ from their digest. */
public final class ArtifactCorruptedException extends TreadleException {
  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      ". Restore the store from a backup, or run the producing step again";

  private ArtifactCorruptedException(String message, @Nullable Throwable cause) {
    super(CoreProblem.ART_CORRUPTED, message + REMEDY, cause);
  }

  public static ArtifactCorruptedException missing(
      String artifact, String file, String expected, Throwable cause) {
    return new ArtifactCorruptedException(
        "Artifact '" + artifact + "' is corrupted: " + file + " (" + expected + ") is missing",
        cause);
  }

  public static ArtifactCorruptedException differs(
      String artifact, String file, String expected, String found) {
    return new ArtifactCorruptedException(
        "Artifact '" + artifact + "' is corrupted: " + file + " expected " + expected + ", found "
            + found,
        null);
  }
}
