package dev.treadle.error;

/**
 * External data is no longer what it was when it was pinned.
 *
 * @since 0.1
 */
public final class ExternalChangedException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the data and both of their pins. */
  public ExternalChangedException(String uri, String pinned, String found) {
    super(
        CoreProblem.ART_EXTERNAL_CHANGED,
        uri + " changed since it was pinned: " + pinned + " then, " + found
            + " now. Restore the data, or register it again");
  }
}
