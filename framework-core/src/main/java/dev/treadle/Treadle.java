package dev.treadle;

import dev.treadle.api.Pipeline;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.TreadleException;
import dev.treadle.event.EventLines;
import dev.treadle.graph.PipelineNames;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.MainArguments;
import dev.treadle.launch.PlanLines;
import dev.treadle.launch.RunPlan;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.UUID;

/**
 * Runs a pipeline from its own {@code main}, an IDE or a notebook:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   System.exit(Treadle.run(new ChurnPipeline(), args).exitCode());
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Treadle {
  private static final Charset CONSOLE = console();
  private static final UUID NO_RUN = new UUID(0, 0);

  private Treadle() {}

  /**
   * Runs a pipeline to its end and prints one line an event to standard output. What keeps it from starting is printed to
   * standard error and gives a failed result without a number, with the exit code of its cause; nothing is thrown for it.
   *
   * <p>With {@code --dry-run} nothing is run or stored: one line a step says what a run would do, and the result is a
   * completed one without a number.
   *
   * @param args the options of {@code treadle run}: {@code -p key=value}, {@code --params FILE}, {@code --no-cache [STEP…]},
   *     {@code --dry-run}, {@code --max-parallel N}, {@code --seed N}, {@code --fail-fast}, {@code
   *     --keep-going}, {@code --tag key=value}, {@code --store DIR}, {@code --from STEP…}, {@code --to STEP…}, {@code --only STEP…}, {@code
   *     --skip STEP…}, {@code --with-inputs-of RUN}
   */
  public static <P extends Record> RunResult run(Pipeline<P> pipeline, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try {
      MainArguments arguments = MainArguments.parse(args);
      LaunchRequest request = arguments.request(pipeline.getClass());
      if (arguments.isDryRun()) {
        RunPlan plan = WorkspaceEngine.plan(pipeline, request);
        PlanLines.of(plan).forEach(line -> out.println(encodable(line)));
        return new RunResult(NO_RUN, 0, plan.pipeline(), RunStatus.COMPLETED, null);
      }
      WorkspaceEngine.prepare(Treadle.class.getClassLoader());
      return WorkspaceEngine.start(
          pipeline, request, new EventLines(line -> out.println(encodable(line))));
    } catch (TreadleException e) {
      err.println("error[" + e.code().code() + "]: " + e.getMessage());
      return new RunResult(
          NO_RUN,
          0,
          PipelineNames.of(pipeline.getClass()),
          RunStatus.FAILED,
          e.getMessage(),
          e.code().exitCode());
    }
  }

  /** The line without the one sign of ours that a console may not know; it would print a question mark. */
  private static String encodable(String line) {
    return CONSOLE.newEncoder().canEncode(line) ? line : line.replace('×', 'x');
  }

  /** What standard output is encoded in; Java 17 tells only of a terminal, and uses the default elsewhere. */
  private static Charset console() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }
}
