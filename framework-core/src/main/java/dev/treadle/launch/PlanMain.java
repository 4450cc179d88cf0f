package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The JVM that {@code treadle run --dry-run} forks, with the project's own class path. Takes one argument, the file of a
 * {@link LaunchRequest}. A class of its own, as a Treadle that does not know it must fail and not run the pipeline.
 */
public final class PlanMain {
  private PlanMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: PlanMain REQUEST_FILE   (treadle run NAME --dry-run writes it)");
      System.exit(2);
    }
    int exitCode =
        plan(Path.of(args[0]), System.out, () -> System.exit(CoreProblem.RUN_CANCELLED.exitCode()));
    // Static code of the pipeline may have left threads behind.
    System.exit(exitCode);
  }

  static int plan(Path requestFile, OutputStream out, Runnable abandoned) throws IOException {
    LaunchRequest request = LaunchRequest.take(requestFile);
    try (EventConnection lines = EventConnection.open(request.events(), out, abandoned)) {
      try {
        PipelineEngine engine = PipelineMain.engine().orElseThrow(PipelineMain::missing);
        lines.line(engine.plan(request).toJson());
        return 0;
      } catch (RuntimeException | Error e) {
        LaunchError error = LaunchError.of(e);
        lines.line(error.toJson());
        return error.exitCode();
      }
    }
  }
}
