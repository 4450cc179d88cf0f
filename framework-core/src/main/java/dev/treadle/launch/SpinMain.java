package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The JVM that {@code treadle run spin} forks, with the project's own class path. Takes one argument, the file of a {@link
 * SpinRequest}. A class of its own, as a Treadle that does not know it must fail and not run the pipeline.
 */
public final class SpinMain {
  private SpinMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: SpinMain REQUEST_FILE   (treadle run spin RUN STEP writes it)");
      System.exit(2);
    }
    int exitCode =
        spin(Path.of(args[0]), System.out, () -> System.exit(CoreProblem.RUN_CANCELLED.exitCode()));
    // The step may have left threads behind.
    System.exit(exitCode);
  }

  static int spin(Path requestFile, OutputStream out, Runnable abandoned) throws IOException {
    SpinRequest request = SpinRequest.take(requestFile);
    try (EventConnection lines = EventConnection.open(request.launch().events(), out, abandoned)) {
      try {
        PipelineEngine engine = PipelineMain.engine().orElseThrow(PipelineMain::missing);
        SpinResult result = engine.spin(request, line -> lines.line(new SpinLog(line).toJson()));
        lines.line(result.toJson());
        return result.failure() == null ? 0 : CoreProblem.STEP_FAILED.exitCode();
      } catch (RuntimeException | Error e) {
        LaunchError error = LaunchError.of(e);
        lines.line(error.toJson());
        return error.exitCode();
      }
    }
  }
}
