package dev.treadle.cli.launch;

/** What reaches the command line from the pipeline's process, in one queue, so that one thread draws. */
sealed interface Incident {

  /** A line of the event stream. */
  record EventLine(String line) implements Incident {}

  /** A line that the process printed; the run's steps print into their logs, so this is a library's. */
  record Printed(String line) implements Incident {}

  /** The process has ended and everything it said is in the queue. */
  record Ended(int exitCode) implements Incident {}
}
