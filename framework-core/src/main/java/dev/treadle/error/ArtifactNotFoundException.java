package dev.treadle.error;

/** No artifact or version fits a reference. */
public final class ArtifactNotFoundException extends TreadleException {
  private static final long serialVersionUID = 1L;

  public ArtifactNotFoundException(String reference) {
    super(
        CoreProblem.ART_NOT_FOUND,
        "There is no artifact '" + reference + "'; treadle artifact list shows them");
  }
}
