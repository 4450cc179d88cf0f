package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * The JVM that commands fork which look at pipelines as they are defined, with the project's own class path. Takes one
 * argument, the file of a {@link DescribeRequest}. A class of its own, as a Treadle that does not know it must fail and not run
 * the pipeline.
 */
public final class DescribeMain {
  private DescribeMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println(
          "usage: DescribeMain REQUEST_FILE   (treadle pipeline show NAME writes it)");
      System.exit(2);
    }
    int exitCode = describe(
        Path.of(args[0]), System.out, () -> System.exit(CoreProblem.RUN_CANCELLED.exitCode()));
    // Static code of the pipelines may have left threads behind.
    System.exit(exitCode);
  }

  static int describe(Path requestFile, OutputStream out, Runnable abandoned) throws IOException {
    DescribeRequest request = DescribeRequest.take(requestFile);
    try (EventConnection lines = EventConnection.open(request.events(), out, abandoned)) {
      try {
        describer().describe(request, description -> lines.line(description.toJson()));
        return 0;
      } catch (RuntimeException | Error e) {
        LaunchError error = LaunchError.of(e);
        lines.line(error.toJson());
        return error.exitCode();
      }
    }
  }

  private static PipelineDescriber describer() {
    return ServiceLoader.load(PipelineDescriber.class)
        .findFirst()
        .orElseThrow(
            () -> new TreadleException(
                CoreProblem.STACK_MISSING_COMPONENT,
                "Nothing on the class path can describe pipelines; add dev.treadle:treadle-core to the project"));
  }
}
