package dev.treadle.cli.doctor;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Terminal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Java, the launcher, the terminal and Maven. */
final class ProcessChecks {
  private final Session session;

  ProcessChecks(Session session) {
    this.session = session;
  }

  List<Check> all() {
    return Stream.of(Optional.of(java()), Optional.of(launcher()), Optional.of(terminal()), maven())
        .flatMap(Optional::stream)
        .toList();
  }

  private static Check java() {
    return Check.ok(
        "Java",
        System.getProperty("java.version", "") + " in " + System.getProperty("java.home", ""));
  }

  private static Check launcher() {
    String archive = System.getProperty("treadle.launcher.archive", "none");
    return switch (archive) {
      case "used" -> Check.ok("Launcher", "archive of classes present" + start());
      case "making" ->
        Check.ok("Launcher", "archive of classes in the making, for quicker starts" + start());
      case "off" -> Check.ok("Launcher", "archive of classes switched off" + start());
      case "without" -> Check.ok("Launcher", "no archive of classes can be kept here" + start());
      default ->
        Check.warning("Launcher", "not used, so starts are slow", "start Treadle by bin/treadle");
    };
  }

  private static String start() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> ", start "
            + Quantity.took(Math.max(0, Duration.between(start, Instant.now()).toMillis())))
        .orElse("");
  }

  private Check terminal() {
    Terminal terminal = session.surroundings().terminal();
    String width = terminal.stdout() ? ", width " + terminal.width() : ", output not on a terminal";
    return terminal.unicode()
        ? Check.ok("Terminal", "UTF-8" + width)
        : Check.warning(
            "Terminal", "no UTF-8, so words instead of glyphs" + width, "export LANG=C.UTF-8");
  }

  /** Only a project that Maven builds needs it. */
  private Optional<Check> maven() {
    return session.project().reactor().map(root -> {
      if (Files.isExecutable(root.resolve("mvnw"))) {
        return Check.ok("Maven", "the wrapper of " + root);
      }
      return onPath()
          .map(found -> Check.ok("Maven", found.toString()))
          .orElseGet(() -> Check.wrong(
              "Maven",
              "not on the PATH, and " + root + " needs it",
              "install Maven 3.8.6 or later, or add mvnw to the project"));
    });
  }

  private Optional<Path> onPath() {
    String path = session.surroundings().environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of("mvn", "mvn.cmd").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
