package dev.treadle.error;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A version of an artifact whose bytes were given up. What is recorded of it is still there.
 *
 * @since 0.1
 */
public final class ArtifactDeletedException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /**
   * @param label such as {@code model@7}
   * @param by null when that was not recorded
   * @param rerun the number of the run that made it, null when there is none any more
   */
  public ArtifactDeletedException(
      String label, Instant at, @Nullable String by, @Nullable Long rerun) {
    super(
        CoreProblem.ART_DELETED,
        label + " was deleted at " + at.truncatedTo(ChronoUnit.SECONDS)
            + (by == null ? "" : " by " + by) + "; only what is recorded of it is left"
            + (rerun == null ? "" : "\nfix: treadle run rerun " + rerun + " makes it again"));
  }
}
