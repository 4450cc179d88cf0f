package dev.treadle.cli;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.cli.session.Surroundings;
import dev.treadle.cli.terminal.Terminal;
import dev.treadle.log.StepLoggerProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
      List.of("run", "watch", "@latest"),
      List.of("run", "explain", "@latest"),
      List.of("run", "logs", "@latest"),
      List.of("config", "list"),
      List.of("run", "compare", "1", "2"),
      List.of("run", "diff", "1", "2"),
      List.of("pipeline", "graph", "--run", "@latest"),
      List.of("artifact", "show", "greet"),
      List.of("artifact", "preview", "greet"),
      List.of("artifact", "lineage", "greet"),
      List.of("artifact", "diff", "greet@1", "greet@2"),
      List.of("init", "project"),
      List.of("completion", "bash"),
      List.of("doctor"));

  private static final String STORE = "store";

  /** Who looks: somebody on a terminal, and a program. */
  private static final List<Terminal> TERMINALS = List.of(
      new Terminal(true, true, false, 80, 24, true),
      new Terminal(false, false, false, 80, 24, true));

  private ArchiveTraining() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    StepLoggerProvider.use();
    // A store to read: half of what a list loads is the database.
    for (String name : List.of("Ada", "Bea")) {
      Treadle.run(
          new Sample(), "--store", directory.resolve(STORE).toString(), "-p", "name=" + name);
    }
    for (Terminal terminal : TERMINALS) {
      COMMANDS.forEach(command -> train(directory, terminal, command));
      train(
          directory,
          terminal,
          List.of(
              "run",
              "--classpath",
              System.getProperty("java.class.path", ""),
              Sample.class.getName()));
    }
  }

  @Step
  public static String greet(StepContext context, String name) {
    context.metric("length", name.length());
    return "Hello " + name;
  }

  /** Something to run. */
  public static final class Sample implements Pipeline<Sample.Params> {
    /** @param name who is greeted */
    public record Params(@Param(defaultValue = "Cy") String name) {}

    @Override
    public void define(PipelineBuilder p, Params params) {
      p.step(ArchiveTraining::greet).with(params.name());
    }
  }

  private static void train(Path directory, Terminal terminal, List<String> command) {
    Surroundings process = Main.process();
    Map<String, String> environment = new HashMap<>(process.environment());
    environment.put("TREADLE_STORE", directory.resolve(STORE).toString());
    environment.put("TREADLE_ARCHIVE", "off");
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    Main.run(
        new Surroundings(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8,
            terminal,
            environment,
            directory,
            process.clock(),
            process.stores(),
            process.describer()),
        command.toArray(String[]::new));
  }
}
