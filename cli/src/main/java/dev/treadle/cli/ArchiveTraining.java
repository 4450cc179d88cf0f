package dev.treadle.cli;

import dev.treadle.Workspace;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Uses the classes of everyday commands, so that the archive which the launcher makes of this process holds them. Works in
 * a directory that it is given and leaves nothing behind elsewhere.
 */
public final class ArchiveTraining {
  private static final List<List<String>> COMMANDS = List.of(
      List.of("--help"),
      List.of("run", "--help"),
      List.of("version", "-o", "json"),
      List.of("run", "list"),
      List.of("run", "list", "-o", "json"),
      List.of("artifact", "list"),
      List.of("run", "show", "@latest"),
      List.of("run", "compare", "1", "2"),
      List.of("run", "diff", "1", "2"),
      List.of("pipeline", "graph", "--run", "@latest"),
      List.of("artifact", "show", "none"),
      List.of("artifact", "lineage", "none"),
      List.of("artifact", "diff", "none@1", "none@2"),
      List.of("init", "project"),
      List.of("completion", "bash"),
      List.of("doctor"));

  private static final String STORE = "store";

  private ArchiveTraining() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    // A store to read: half of what a list loads is the database.
    Workspace.open(directory, directory.resolve(STORE)).close();
    train(directory, Main::openStore);
  }

  static void train(Path directory, Function<Path, ProjectStore> stores) {
    for (List<String> command : COMMANDS) {
      Main.run(
          new Surroundings(
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream(),
              StandardCharsets.UTF_8,
              new Terminal(true, true, false, 80, 24, true),
              Map.of(
                  "TREADLE_STORE",
                  directory.resolve(STORE).toString(),
                  "XDG_CACHE_HOME",
                  directory.resolve("cache").toString()),
              directory,
              Clock.systemUTC(),
              stores::apply),
          command.toArray(String[]::new));
    }
  }
}
