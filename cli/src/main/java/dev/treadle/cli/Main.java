package dev.treadle.cli;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.session.Failure;
import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
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
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of {@code treadle}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    useOneOrder();
    System.exit(run(process(), args));
  }

  /** Options stand in the same order everywhere: picocli sorts them by the letters of the default locale. */
  static void useOneOrder() {
    Locale.setDefault(Locale.ROOT);
  }

  /** What this process offers. */
  static Surroundings process() {
    Terminal terminal = Terminal.from(System.getProperties());
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminal.unicode() ? StandardCharsets.UTF_8 : Charset.defaultCharset(),
        terminal,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        new LocalStoreOpener(),
        new ForkedDescriber());
  }

  /** Runs one command and gives its exit code; never throws. */
  static int run(Surroundings surroundings, String... args) {
    try (Session session = new Session(surroundings)) {
      return run(session, args);
    }
  }

  private static int run(Session session, String... args) {
    try {
      return execute(session, args);
    } catch (ParameterException e) {
      return new Failure(usage(e)).tell(session);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Failure(cause == null ? e : cause).tell(session);
    } catch (RuntimeException | Error e) {
      return new Failure(e).tell(session);
    }
  }

  // Not by the execute method of picocli: it takes handlers, and an archive of classes cannot hold
  // what implements interfaces as old as those.
  private static int execute(Session session, String... args) {
    CommandLine commandLine = TreadleCommand.create(session, NeededCommands.of(args));
    StringWriter help = new StringWriter();
    commandLine.setOut(new PrintWriter(help, true));
    int exitCode = new RunLast().execute(commandLine.parseArgs(args));
    if (help.getBuffer().length() > 0) {
      session.out().sink().print(help.toString());
    }
    return exitCode;
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
}
