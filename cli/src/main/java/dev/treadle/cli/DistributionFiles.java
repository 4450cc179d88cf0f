package dev.treadle.cli;

import dev.treadle.cli.completion.Shell;
import dev.treadle.cli.launch.ForkedDescriber;
import dev.treadle.cli.manual.ManualPage;
import dev.treadle.cli.output.Version;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.LocalStoreOpener;
import dev.treadle.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Writes what a distribution holds beside its programs: manual pages, and scripts for shells. Called by the build. */
public final class DistributionFiles {
  private DistributionFiles() {}

  public static void main(String[] args) throws IOException {
    Main.useOneOrder();
    write(Path.of(args[0]));
  }

  static void write(Path directory) throws IOException {
    CommandSpec treadle = TreadleCommand.create(session(directory)).getCommandSpec();
    Path manual = Files.createDirectories(directory.resolve("man/man1"));
    List<ManualPage> pages = ManualPage.all(treadle, Version.current()).toList();
    for (ManualPage page : pages) {
      Files.writeString(manual.resolve(page.file()), page.text());
    }
    Path completion = Files.createDirectories(directory.resolve("completion"));
    for (Shell shell : Shell.values()) {
      Files.writeString(completion.resolve(shell.file()), shell.script(treadle));
    }
  }

  private static Session session(Path directory) {
    return new Session(new Surroundings(
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        StandardCharsets.UTF_8,
        new Terminal(false, false, false, 80, 24, true),
        Map.of(),
        directory,
        Clock.systemUTC(),
        new LocalStoreOpener(),
        new ForkedDescriber()));
  }
}
