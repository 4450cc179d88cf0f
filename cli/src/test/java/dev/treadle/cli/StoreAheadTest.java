package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOpener;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is opened before the call is understood, so the wrong one, or one that nobody wants, may be. */
final class StoreAheadTest {
  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private final List<Path> closed = new CopyOnWriteArrayList<>();

  @TempDir
  Path folder;

  @Test
  void isTheOneThatTheCommandReads() {
    CommandLineRun run = run("run", "list");

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout).contains("completed");
    assertThat(opened).hasSize(1).isEqualTo(closed);
  }

  @Test
  void isNotOpenedWhenAnOptionNamesAnotherOrHelpIsWanted() {
    run("run", "list", "--store=" + folder);
    run("artifact", "list", "--store", folder.toString());
    assertThat(opened).containsExactly(folder, folder);
    run("artifact", "list", "--help");
    run("artifact", "list", "--project", folder.toString(), "-h");

    assertThat(opened).hasSize(2).isEqualTo(closed);
  }

  @Test
  void isClosedWhenTheCallIsWrong() {
    CommandLineRun run = run("run", "list", "--bogus");

    assertThat(run.exitCode).isEqualTo(2);
    assertThat(opened).hasSize(1).isEqualTo(closed);
  }

  @Test
  void whatIsRefusedIsNotWaitedForTwice() {
    CommandLineRun run = failing(new TreadleException(CoreProblem.STORE_LOCKED, "as it should"));

    assertThat(run.exitCode).isEqualTo(CoreProblem.STORE_LOCKED.exitCode());
    assertThat(run.stderr).containsOnlyOnce("as it should");
    assertThat(opened).hasSize(1);
  }

  @Test
  void whatBreaksIsToldByWhoeverNeedsIt() {
    CommandLineRun run = failing(new IllegalStateException("as it should"));

    assertThat(run.exitCode).isNotZero();
    assertThat(run.stderr).containsOnlyOnce("as it should");
    assertThat(opened).as("ahead, and when it was asked for").hasSize(2);
  }

  private CommandLineRun failing(RuntimeException failure) {
    StoreOpener failing = path -> {
      opened.add(path);
      throw failure;
    };
    return CommandLineRun.with(CommandLineRun.PIPE, failing, "run", "list");
  }

  private CommandLineRun run(String... args) {
    return CommandLineRun.with(CommandLineRun.PIPE, this::open, args);
  }

  private ProjectStore open(Path path) {
    opened.add(path);
    ProjectStore sample = new SampleStore();
    return (ProjectStore) Proxy.newProxyInstance(
        ProjectStore.class.getClassLoader(),
        new Class<?>[] {ProjectStore.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            closed.add(path);
          }
          try {
            return method.invoke(sample, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
