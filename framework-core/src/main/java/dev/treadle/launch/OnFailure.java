package dev.treadle.launch;

/** What becomes of the other steps of a run when one has failed for good. */
public enum OnFailure {
  /** Those that run come to their end, and no other is started. */
  STOP,
  /** Those that run are cancelled, and no other is started. */
  FAIL_FAST,
  /** All that do not need the step go on. */
  KEEP_GOING
}
