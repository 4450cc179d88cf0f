package dev.treadle.error;

import org.jspecify.annotations.Nullable;

/**
 * Stored bytes of an artifact are missing or differ from their digest.
 *
 * @since 0.1
 */
public final class ArtifactCorruptedException extends TreadleException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String expected;
  private final String found;

  private ArtifactCorruptedException(
      String artifact, String file, String expected, String found, @Nullable Throwable cause) {
    super(
        CoreProblem.ART_CORRUPTED,
        "Artifact '" + artifact + "' is corrupted: " + file + " expected " + expected + ", found "
            + found + ". Restore the store from a backup, or run the producing step again",
        cause);
    this.file = file;
    this.expected = expected;
    this.found = found;
  }

  /** The file's bytes are not in the store. */
  public static ArtifactCorruptedException missing(
      String artifact, String file, String expected, Throwable cause) {
    return new ArtifactCorruptedException(artifact, file, expected, "missing", cause);
  }

  /** The file's bytes are others. */
  public static ArtifactCorruptedException differs(
      String artifact, String file, String expected, String found) {
    return new ArtifactCorruptedException(artifact, file, expected, found, null);
  }

  /** The name of the file in the artifact, or {@code manifest}. */
  public String file() {
    return file;
  }

  /** What it must be. */
  public String expected() {
    return expected;
  }

  /** What it is, or {@code missing}. */
  public String found() {
    return found;
  }
}
