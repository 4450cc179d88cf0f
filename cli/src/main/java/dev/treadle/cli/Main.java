package dev.treadle.cli;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.ClosedPipeException;
import dev.treadle.cli.output.ErrorReport;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import dev.treadle.error.TreadleException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of {@code treadle}. */
public final class Main {
  private static final int CLOSED_PIPE = 141;

  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.from(System.getProperties());
    Charset charset = terminal.unicode() ? StandardCharsets.UTF_8 : Charset.defaultCharset();
    System.exit(run(
        new Surroundings(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            charset,
            terminal,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC(),
            Main::openStore),
        args));
  }

  /** Runs one command and gives its exit code; never throws. */
  static int run(Surroundings surroundings, String... args) {
    Session session = new Session(surroundings);
    CommandLine commandLine = TreadleCommand.create(session, NeededCommands.of(args));
    commandLine.setParameterExceptionHandler((e, arguments) -> fail(session, usage(e)));
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> fail(session, e));
    StringWriter help = new StringWriter();
    commandLine.setOut(new PrintWriter(help, true));
    try {
      int exitCode = commandLine.execute(args);
      if (help.getBuffer().length() > 0) {
        session.out().sink().print(help.toString());
      }
      return exitCode;
    } catch (RuntimeException | Error e) {
      return fail(session, e);
    }
  }

  private static int fail(Session session, Throwable thrown) {
    if (thrown instanceof ClosedPipeException) {
      return CLOSED_PIPE;
    }
    try {
      session.settings();
    } catch (TreadleException e) {
      // It is what has been thrown, or less to the point than that; there are none now.
    }
    try {
      return report(session, thrown);
    } catch (ClosedPipeException | TreadleException e) {
      // Nobody can read what went wrong.
      return CLOSED_PIPE;
    }
  }

  private static int report(Session session, Throwable thrown) {
    ErrorReport report = ErrorReport.of(thrown, Version.current());
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

  private static TreadleException usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String hint = near.isEmpty()
        ? ""
        : near.stream().limit(3).collect(Collectors.joining(", ", "\ndid you mean: ", ""));
    return new TreadleException(
        CliProblem.USAGE, e.getMessage() + hint + "\nsee: " + command + " --help", e);
  }

  static ProjectStore openStore(Path directory) {
    return ServiceLoader.load(StoreOpener.class)
        .findFirst()
        .orElseThrow(() -> new TreadleException(
            CliProblem.NO_STORE, "This distribution cannot open the store in " + directory))
        .open(directory);
  }
}
