package dev.treadle.launch;

/**
 * The exit codes of a process that executes one attempt. An engine between us and the process may know no more than this.
 */
public final class ProcessExit {
  /** The outcome is recorded, or was before. */
  public static final int RECORDED = 0;
  /** The step failed, and that is recorded. */
  public static final int FAILED = 1;
  /** The heap was full: the code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;
  /** The request cannot be understood, or names what is not there. */
  public static final int BAD_REQUEST = 64;
  /** A bug of Treadle. */
  public static final int BUG = 70;
  /** The store could not be reached. */
  public static final int NO_STORE = 75;
  /** Another process has the attempt. */
  public static final int FENCED = 77;
  /** The run was cancelled. */
  public static final int CANCELLED = 130;

  private ProcessExit() {}
}
