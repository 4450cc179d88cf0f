package dev.treadle.examples.guide;

import dev.treadle.testing.ConsoleDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sessions of the README and of the pages in {@code docs}. */
class PagesIT {
  private static final Path ROOT = Path.of("../..");

  static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(pages.sorted(), Stream.of(ROOT.resolve("README.md")))
          .filter(PagesIT::hasSessions)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatTheTerminalShows(Path page) throws IOException {
    ConsoleDocument.of(page).verify();
  }

  private static boolean hasSessions(Path page) {
    try {
      return page.toString().endsWith(".md") && Files.readString(page).contains("\n```console\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
