package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages of docs that are made from the code; {@code -Dtreadle.golden.update=true} writes them anew. */
class ReferenceTest {
  private static final Path DOCS = Path.of("../docs");

  @Test
  void theReferenceShowsEveryCommand() throws IOException {
    StringBuilder page = new StringBuilder("""
        # Commands

        What `--help` of each command prints, written by a test. Error codes are in [troubleshooting](troubleshooting.md).
        """);
    var nowhere = new ByteArrayOutputStream();
    Session session = new Session(CommandLineRun.surroundings(
        CommandLineRun.PIPE, new SampleStore(), Path.of("target"), nowhere, nowhere));

    Locale here = Locale.getDefault();
    try {
      Main.useOneOrder();
      add(page, TreadleCommand.create(session));
    } finally {
      Locale.setDefault(here);
    }

    assertPage("commands.md", page.toString());
  }

  @Test
  void everyErrorCodeIsExplained() throws IOException {
    String list = CommandLineRun.piped("docs", "--no-headers").stdout;
    StringBuilder page = new StringBuilder("""
        # Troubleshooting by error code

        Every error names a code, what happened with the values of the case, where, and how to mend it. This page is about
        the kind of problem behind a code; `treadle docs CODE` prints the same. Exit codes: `treadle help exit-codes`. Stack
        traces: `--debug`. Something to report: `treadle doctor --bundle bug.zip`. Written by a test from the code.
        """);
    String family = "";
    for (String line : list.lines().toList()) {
      String[] cells = line.split("\t");
      String prefix = cells[0].substring(0, cells[0].indexOf('-'));
      if (!prefix.equals(family)) {
        page.append("\n## ")
            .append(prefix)
            .append("\n\n| code | exit | meaning and fix |\n|---|---|---|\n");
        family = prefix;
      }
      page.append(
          "| `%s` | %s | %s |\n".formatted(cells[0], cells[1], cells[2].replace("|", "\\|")));
    }

    assertThat(family).isNotEmpty();
    assertPage("troubleshooting.md", page.toString());
  }

  private static void add(StringBuilder page, CommandLine command) {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    page.append("\n## `")
        .append(command.getCommandSpec().qualifiedName(" "))
        .append("`\n\n```text\n");
    command
        .getUsageMessage(Ansi.OFF)
        .lines()
        .forEach(line -> page.append(line.stripTrailing()).append('\n'));
    page.append("```\n");
    command.getSubcommands().values().stream().distinct().forEach(each -> add(page, each));
  }

  private static void assertPage(String name, String text) throws IOException {
    Path page = DOCS.resolve(name);
    if (Boolean.getBoolean("treadle.golden.update")) {
      Files.writeString(page, text);
    }
    assertThat(text).isEqualTo(Files.readString(page));
  }
}
