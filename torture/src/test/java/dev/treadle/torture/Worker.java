package dev.treadle.torture;

import dev.treadle.Workspace;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.TreadleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A process that waits for a line, then runs pipelines on a store one after the other, and prints what was acknowledged. Its
 * first argument is the store, the second what the first run works on, the third how many runs there are.
 */
final class Worker {
  /** Says that a worker shall do nothing before it is told to begin. */
  static final String COLD = "treadle.torture.cold";

  private Worker() {}

  /** A first run takes seconds, and would be what is killed every time. */
  private static void warmUp() throws IOException {
    String executions = System.clearProperty(Executions.PROPERTY);
    Path folder = Files.createTempDirectory("torture-worker");
    try (Workspace workspace = Workspace.inMemory(folder, Clock.systemUTC())) {
      workspace.launcher().start(Work.request(1), List.of()).await();
    }
    System.setProperty(Executions.PROPERTY, executions);
  }

  public static void main(String[] arguments) throws IOException {
    work(arguments, () -> {});
  }

  /** @param begin called when everything is warm */
  static void work(String[] arguments, Runnable begin) throws IOException {
    if (!Boolean.getBoolean(COLD)) {
      warmUp();
    }
    begin.run();
    System.out.println("ready");
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    Path store = Path.of(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    long runs = Long.parseLong(arguments[2]);
    try (Workspace workspace = Workspace.open(store, store)) {
      for (long work = first; work < first + runs; work++) {
        var told = new Acknowledgements(workspace.metadata().queries(), System.out::println);
        long start = System.nanoTime();
        RunResult result =
            workspace.launcher().start(Work.request(work), List.of(told)).await();
        if (result.status() != RunStatus.COMPLETED) {
          System.out.println("ended " + result.status() + " " + result.error());
          System.exit(result.exitCode());
        }
        System.out.println("took " + (System.nanoTime() - start) / 1_000_000);
      }
    } catch (TreadleException e) {
      System.out.println(
          "failed " + e.code().code() + " " + e.getMessage().lines().findFirst().orElse(""));
      System.exit(1);
    }
    System.out.println("done");
  }
}
