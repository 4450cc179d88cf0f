package dev.treadle.cli;

import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.session.Describer;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** One call of the command line in this process, over the sample store. */
final class CommandLineRun {
  /** Tests make no archives: that would take longer than they do, and go on behind them. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("NO_COLOR", "1", "TREADLE_ARCHIVE", "off");

  static final Terminal PIPE = new Terminal(false, false, false, 80, 24, true);
  static final Terminal SCREEN = new Terminal(true, true, true, 100, 24, true);

  final int exitCode;
  final String stdout;
  final String stderr;

  private CommandLineRun(int exitCode, String stdout, String stderr) {
    this.exitCode = exitCode;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  static CommandLineRun piped(String... args) {
    return on(PIPE, args);
  }

  static CommandLineRun on(Terminal terminal, String... args) {
    return with(terminal, new SampleStore(), Path.of("target"), args);
  }

  static CommandLineRun with(
      Terminal terminal, ProjectStore store, Path directory, String... args) {
    return with(terminal, store, directory, ENVIRONMENT, args);
  }

  static CommandLineRun with(
      Terminal terminal,
      ProjectStore store,
      Path directory,
      Map<String, String> environment,
      String... args) {
    return with(terminal, path -> store, directory, environment, args);
  }

  static CommandLineRun with(Terminal terminal, StoreOpener stores, String... args) {
    return with(terminal, stores, Path.of("target"), ENVIRONMENT, args);
  }

  static CommandLineRun with(
      Terminal terminal, StoreOpener stores, Describer describer, Path directory, String... args) {
    return with(terminal, stores, describer, directory, ENVIRONMENT, args);
  }

  private static CommandLineRun with(
      Terminal terminal,
      StoreOpener stores,
      Path directory,
      Map<String, String> environment,
      String... args) {
    return with(terminal, stores, new ForkedDescriber(), directory, environment, args);
  }

  private static CommandLineRun with(
      Terminal terminal,
      StoreOpener stores,
      Describer describer,
      Path directory,
      Map<String, String> environment,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings usual = surroundings(terminal, new SampleStore(), directory, out, err);
    int exitCode = Main.run(
        new Surroundings(
            out,
            err,
            usual.charset(),
            terminal,
            environment,
            usual.directory(),
            usual.clock(),
            stores,
            describer),
        args);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Surroundings surroundings(
      Terminal terminal, ProjectStore store, Path directory, OutputStream out, OutputStream err) {
    return new Surroundings(
        out,
        err,
        StandardCharsets.UTF_8,
        terminal,
        ENVIRONMENT,
        directory.toAbsolutePath(),
        Clock.fixed(SampleStore.START.plusSeconds(3600), ZoneOffset.UTC),
        path -> store,
        new ForkedDescriber());
  }
}
