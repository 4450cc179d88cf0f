package dev.treadle.api.diff;

import java.util.List;

/**
 * Two versions of an artifact compared.
 *
 * @param format the version of this form, {@value #FORMAT}; what is added later does not change it
 * @param notes what was not or not fully compared and why, each a sentence; empty when nothing is left out
 * @since 0.1
 */
public record ArtifactDiff(
    int format,
    ComparedArtifact base,
    ComparedArtifact other,
    Difference difference,
    List<String> notes) {

  /** The version of the form that is written now. */
  public static final int FORMAT = 1;

  public ArtifactDiff {
    notes = List.copyOf(notes);
  }
}
