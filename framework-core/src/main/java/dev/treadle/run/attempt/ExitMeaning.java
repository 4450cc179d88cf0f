package dev.treadle.run.attempt;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.ProcessExit;
import dev.treadle.run.failure.AttemptLostException;

/** What it means when the process of an attempt ends without having recorded anything. */
final class ExitMeaning {
  private static final int SIGNAL = 128;
  private static final int SIGABRT = 6;
  private static final int SIGBUS = 7;
  private static final int SIGSEGV = 11;

  private ExitMeaning() {}

  /** Why an attempt failed whose process recorded nothing. */
  static TreadleException explain(String step, int exitCode, String lastWords) {
    String words = lastWords.isBlank() ? "" : ". Its last words: " + lastWords.strip();
    return switch (exitCode) {
      case ProcessExit.OUT_OF_MEMORY ->
        failed("The heap of the process of step '" + step
            + "' was full (OutOfMemoryError); ask for more with resources(Resources.memoryMiB(…))");
      case ProcessExit.BAD_REQUEST ->
        failed("The process of step '" + step + "' could not begin" + words);
      case ProcessExit.BUG -> failed("The process of step '" + step + "' broke" + words);
      case ProcessExit.NO_STORE -> lost(step, "could not reach the store" + words);
      case ProcessExit.FENCED -> lost(step, "found that another process has the attempt");
      case SIGNAL + SIGABRT, SIGNAL + SIGBUS, SIGNAL + SIGSEGV ->
        failed(
            "The JVM of step '" + step + "' crashed (signal " + (exitCode - SIGNAL) + ")" + words);
      default ->
        exitCode > SIGNAL && exitCode <= SIGNAL + 64
            ? lost(step, "was killed from outside (signal " + (exitCode - SIGNAL) + ")" + words)
            : failed("Step '" + step + "' ended its process with exit code " + exitCode
                + " (System.exit or Runtime.halt) before it had returned" + words);
    };
  }

  private static TreadleException failed(String message) {
    return new TreadleException(CoreProblem.STEP_FAILED, message);
  }

  private static AttemptLostException lost(String step, String what) {
    return new AttemptLostException("The process of step '" + step + "' " + what);
  }
}
