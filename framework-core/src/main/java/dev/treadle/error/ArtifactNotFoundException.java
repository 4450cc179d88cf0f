package dev.treadle.error;

/**
 * No artifact or version fits a reference.
 *
 * @since 0.1
 */
public final class ArtifactNotFoundException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Says what was asked for and what to do instead. */
  public ArtifactNotFoundException(String reference) {
    super(
        CoreProblem.ART_NOT_FOUND,
        "There is no artifact '" + reference + "'; treadle artifact list shows them");
  }
}
