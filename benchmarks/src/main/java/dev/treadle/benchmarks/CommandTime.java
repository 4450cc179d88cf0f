package dev.treadle.benchmarks;

import dev.treadle.Workspace;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * G5 and G6: commands of the packaged launcher from start to exit, beside {@code java -version}. The archives of classes are
 * made before.
 */
final class CommandTime implements Benchmark {
  private static final int ROUNDS = 9;
  private static final int RUNS = 50;
  private static final int STEPS = 10;
  private static final Path LAUNCHER =
      Path.of(System.getProperty("treadle.launcher", "treadle")).toAbsolutePath();

  private final String figure;

  private CommandTime(String figure) {
    this.figure = figure;
  }

  static CommandTime ofPipeline() {
    return new CommandTime("G5");
  }

  static CommandTime ofReading() {
    return new CommandTime("G6");
  }

  @Override
  public List<Figure> measure() throws Exception {
    Path folder = Disk.newFolder();
    try {
      Path store = folder.resolve("store");
      fill(store, figure.equals("G6") ? RUNS : 1);
      makeArchives(store);
      String beside = "; java -version " + figure(Rounds.of(ROUNDS, () -> java("-version"))) + " s";
      return figure.equals("G5") ? List.of(pipeline(store, beside)) : reading(store, beside);
    } finally {
      Disk.delete(folder);
    }
  }

  private static Figure pipeline(Path store, String beside) throws Exception {
    int[] start = {1000};
    // New every time, so that nothing is cached.
    Rounds rounds = Rounds.of(ROUNDS, () -> run(store, start[0]++));
    return new Figure(
        "G5",
        rounds.median(),
        "s",
        "chain of " + STEPS + " by 'treadle run', start to exit, " + rounds.spread() + beside);
  }

  private static List<Figure> reading(Path store, String beside) throws Exception {
    Rounds help = Rounds.of(ROUNDS, () -> treadle(store, "--help"));
    Rounds list =
        Rounds.of(ROUNDS, () -> treadle(store, "run", "list", "--limit", String.valueOf(RUNS)));
    return List.of(
        new Figure("G6-help", help.median(), "s", "'treadle --help', " + help.spread() + beside),
        new Figure(
            "G6-list",
            list.median(),
            "s",
            "'treadle run list' of " + RUNS + " runs, " + list.spread() + beside));
  }

  private static void fill(Path store, int runs) {
    try (var workspace = Workspace.open(store.resolveSibling(""), store)) {
      for (int i = 0; i < runs; i++) {
        workspace
            .launcher()
            .start(
                new RunRequest<>(
                    new ChainPipeline(), new ChainPipeline.Params(STEPS, i), RunOptions.DEFAULT),
                List.of())
            .await();
      }
    }
  }

  private static double run(Path store, int start) throws Exception {
    return treadle(
        store,
        "run",
        "--classpath",
        System.getProperty("java.class.path"),
        ChainPipeline.class.getName(),
        "-p",
        "steps=" + STEPS,
        "-p",
        "start=" + start,
        "-p",
        "strict=false");
  }

  /** The first call makes that of the command line in the background, the first run that of the pipeline. */
  private void makeArchives(Path store) throws Exception {
    Path cache = cache(store).resolve("treadle");
    treadle(store, "--help");
    await(cache, "classes-.*\\.jsa");
    if (figure.equals("G5")) {
      run(store, 0);
      await(cache, "pipeline-.*\\.jsa");
    }
  }

  private static void await(Path cache, String archive) throws Exception {
    for (int i = 0; i < 1200 && !isMade(cache, archive); i++) {
      Thread.sleep(100);
    }
    if (!isMade(cache, archive)) {
      throw new IllegalStateException("No archive of classes was made in " + cache);
    }
  }

  /** Its lock is gone when it is there. */
  private static boolean isMade(Path cache, String archive) throws IOException {
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (Stream<Path> files = Files.list(cache)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream().anyMatch(name -> name.matches(archive))
          && names.stream().noneMatch(name -> name.endsWith(".lock"));
    }
  }

  private static double treadle(Path store, String... args) throws Exception {
    return time(
        store, Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(args)).toList());
  }

  private static double java(String... args) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return time(
        Path.of("").toAbsolutePath(),
        Stream.concat(Stream.of(java), Stream.of(args)).toList());
  }

  private static double time(Path store, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TREADLE_STORE", store.toString());
    builder.environment().put("XDG_CACHE_HOME", cache(store).toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var watch = new Stopwatch();
    int exitCode = builder.start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
    return watch.seconds();
  }

  private static Path cache(Path store) {
    return store.resolveSibling("cache");
  }

  private static String figure(Rounds rounds) {
    return String.format(Locale.ROOT, "%.3f", rounds.median());
  }
}
