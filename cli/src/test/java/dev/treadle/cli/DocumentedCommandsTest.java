package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that a page shows is one that the command line takes, with its options. Some pages are lists of names. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");

  /** In a line of its own or in code within a line. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^(?:\\$ | {4})|`)(?:\\./)?treadle ([^`\\n]+)");

  /** What the shell or the reader takes. */
  private static final Pattern REST = Pattern.compile(" (?:[|>#·]|&&).*");

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().matches(".*/(target|adr|\\.[^./]+)/.*"))
          .filter(file -> !file.endsWith("CHANGELOG.md") && !file.endsWith("commands.md"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsCommandsThatThereAre(Path page) throws IOException {
    for (List<String> words : commands(Files.readString(page))) {
      assertThat(complaint(words))
          .as("treadle %s, of %s", String.join(" ", words), page)
          .isEmpty();
    }
  }

  @Test
  void aCommandIsReadAsAShellReadsIt() {
    assertThat(commands("    treadle run a -p 'b=c d' | jq '.e'\nSee `treadle run -- list`.\n"))
        .containsExactly(List.of("run", "a", "-p", "b=c d"), List.of("run", "--", "list"));
    assertThat(complaint(List.of("run", "list", "--stauts", "failed"))).contains("--stauts");
  }

  /** Those without anything left out. */
  private static List<List<String>> commands(String text) {
    return COMMAND
        .matcher(text)
        .results()
        .map(found -> REST.matcher(found.group(1)).replaceFirst(""))
        .filter(command -> !command.contains("…") && !command.contains("COMMAND"))
        .map(command -> WORD.matcher(command)
            .results()
            .map(word -> word.group().replaceAll("['\"]", ""))
            .toList())
        .toList();
  }

  /** Why the command line refuses it; empty when it does not. */
  private static String complaint(List<String> words) {
    var nowhere = new ByteArrayOutputStream();
    Session session = new Session(CommandLineRun.surroundings(
        CommandLineRun.PIPE, new SampleStore(), Path.of("target"), nowhere, nowhere));
    try {
      TreadleCommand.create(session).parseArgs(words.toArray(String[]::new));
      return "";
    } catch (CommandLine.ParameterException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
