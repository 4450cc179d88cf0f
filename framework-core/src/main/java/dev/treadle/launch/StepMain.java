package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.ErrorKind;
import dev.treadle.error.TreadleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The JVM of one attempt of a step, whatever drives its run: it claims the attempt, executes it, records its end and says by its exit
 * code how it went ({@link ProcessExit}). Events go to standard output, one a line; what the step prints goes to its log.
 */
public final class StepMain {
  private StepMain() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exitCode = run(List.of(args), out, System.err);
    // Whatever threads the step has left behind: its attempt is over, and durable.
    Runtime.getRuntime().halt(exitCode);
  }

  private static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      StepArguments arguments = StepArguments.parse(args);
      CompletableFuture<Void> cancelled = new CompletableFuture<>();
      if (arguments.supervised()) {
        watch(System.in, cancelled);
      }
      System.setIn(new ByteArrayInputStream(new byte[0]));
      PipelineEngine engine = PipelineMain.engine().orElseThrow(PipelineMain::missing);
      engine.prepare();
      return engine.step(arguments, out::println, cancelled);
    } catch (TreadleException e) {
      err.println(e.getMessage());
      return code(e);
    } catch (RuntimeException | Error e) {
      e.printStackTrace(err);
      return ProcessExit.BUG;
    }
  }

  private static int code(TreadleException e) {
    if (e.code() == CoreProblem.RUN_TAKEN_OVER) {
      return ProcessExit.FENCED;
    }
    if (e.code() == CoreProblem.RUN_CANCELLED) {
      return ProcessExit.CANCELLED;
    }
    if (e.kind() == ErrorKind.EXTERNAL) {
      return ProcessExit.NO_STORE;
    }
    return e.kind() == ErrorKind.INTERNAL ? ProcessExit.BUG : ProcessExit.BAD_REQUEST;
  }

  /** The other side closes its end when the step is to stop, or has gone. */
  private static void watch(InputStream in, CompletableFuture<Void> cancelled) {
    Thread watch = new Thread(
        () -> {
          try {
            while (in.read() >= 0) {
              // Nothing else is said.
            }
          } catch (IOException e) {
            // A pipe that broke is one that has ended.
          }
          cancelled.complete(null);
        },
        "treadle-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
