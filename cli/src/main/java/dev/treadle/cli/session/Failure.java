package dev.treadle.cli.session;

import dev.treadle.cli.output.ClosedPipeException;
import dev.treadle.cli.output.ErrorReport;
import dev.treadle.cli.output.Sink;
import dev.treadle.error.TreadleException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What kept a command from doing what it should. */
public record Failure(Throwable thrown) {
  private static final int CLOSED_PIPE = 141;

  /** Tells it on standard error, and gives the exit code; never throws. */
  public int tell(Session session) {
    if (thrown instanceof ClosedPipeException) {
      return CLOSED_PIPE;
    }
    try {
      session.settings();
    } catch (TreadleException e) {
      // It is what has been thrown, or less to the point than that; there are none now.
    }
    try {
      return print(session);
    } catch (ClosedPipeException | TreadleException e) {
      // Nobody can read what went wrong.
      return CLOSED_PIPE;
    }
  }

  private int print(Session session) {
    ErrorReport report = ErrorReport.of(thrown);
    Sink errors = session.errors();
    if (session.format().isDocument()) {
      errors.line(report.document(session.format()));
    } else {
      report.lines(session.errorLook()).forEach(errors::line);
    }
    if (session.isDebugging()) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      errors.print(trace.toString());
    }
    return report.exitCode();
  }
}
