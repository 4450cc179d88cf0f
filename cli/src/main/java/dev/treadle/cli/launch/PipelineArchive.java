package dev.treadle.cli.launch;

import dev.treadle.cli.session.Session;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The archive of classes for the JVM of a pipeline: most of its start is loading what its jars hold. The first run of a class
 * path records what it loads, from which an archive is made in the background; later runs use it.
 *
 * <p>An archive knows jars and no directories, and the jars must come first. Where directories come before them, as in a
 * project that is not packaged, they are moved behind, unless they hold something that a jar holds, too.
 */
final class PipelineArchive {
  private static final Duration STALE = Duration.ofMinutes(10);
  private static final List<String> OWN_WAY = List.of(
      "-Xshare", "-XX:SharedArchive", "-XX:AOT", "-XX:DumpLoaded", "-javaagent", "-Xbootclasspath");

  static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");

  private enum State {
    OFF,
    RECORDING,
    USED
  }

  private final State state;
  private final Path file;
  private final List<Path> jars;
  private final List<Path> classPath;
  private Path list = Path.of("");

  private PipelineArchive(State state, Path file, List<Path> jars, List<Path> classPath) {
    this.state = state;
    this.file = file;
    this.jars = jars;
    this.classPath = classPath;
  }

  /** No archive: the class path as it is. */
  static PipelineArchive none(List<Path> classPath) {
    return new PipelineArchive(State.OFF, Path.of(""), List.of(), classPath);
  }

  /** That of a class path in the user's cache, to be used or made unless somebody wants it otherwise. */
  static PipelineArchive of(Session session, List<Path> classPath, List<String> jvmArguments) {
    boolean off =
        session.surroundings().environment().getOrDefault("TREADLE_ARCHIVE", "").equals("off")
            || jvmArguments.stream()
                .anyMatch(argument -> OWN_WAY.stream().anyMatch(argument::startsWith));
    List<Path> jars = classPath.stream().filter(Files::isRegularFile).toList();
    if (off || jars.isEmpty()) {
      return none(classPath);
    }
    try {
      Path file = session.cacheDirectory().resolve("pipeline-" + key(jars) + ".jsa");
      if (!Files.exists(file)) {
        return new PipelineArchive(State.RECORDING, file, jars, classPath);
      }
      List<Path> directories = classPath.stream().filter(Files::isDirectory).toList();
      if (ArchiveNames.read(file).conflict(directories)) {
        return none(classPath);
      }
      List<Path> ordered = new ArrayList<>(jars);
      ordered.addAll(directories);
      return new PipelineArchive(State.USED, file, jars, ordered);
    } catch (IOException e) {
      // It would only have been faster.
      return none(classPath);
    }
  }

  /** This one if it can be used, else none. */
  PipelineArchive unlessRecording() {
    return state == State.RECORDING ? none(classPath) : this;
  }

  /** Where it is or will be. */
  Path file() {
    return file;
  }

  List<Path> classPath() {
    return classPath;
  }

  /** For the JVM; {@code folder} is where a recording goes. */
  List<String> arguments(Path folder) {
    list = folder.resolve("classes.list");
    return switch (state) {
      case OFF -> List.of();
      case RECORDING -> List.of("-XX:DumpLoadedClassList=" + list);
      // Mapped to where it was made for: to move all of it to a place by chance takes a tenth of a
      // second.
      case USED ->
        List.of(
            "-XX:SharedArchiveFile=" + file,
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");
    };
  }

  /** Begins to make the archive in a process of its own, when something was recorded and nobody else is at it. */
  void make() {
    if (state != State.RECORDING || !Files.isRegularFile(list)) {
      return;
    }
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.resolveSibling(""));
      if (!lock(lock)) {
        return;
      }
      Files.move(list, lock.resolve("list"), StandardCopyOption.REPLACE_EXISTING);
      Files.write(lock.resolve("jars"), jars.stream().map(Path::toString).toList());
      new ProcessBuilder(
              PipelineJvm.java(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path", ""),
              ArchiveMaker.class.getName(),
              file.toString(),
              lock.toString())
          .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The next run is as slow as this one.
    }
  }

  private static boolean lock(Path lock) throws IOException {
    try {
      Files.createDirectory(lock);
      return true;
    } catch (FileAlreadyExistsException e) {
      Instant begun = Files.getLastModifiedTime(lock).toInstant();
      if (begun.plus(STALE).isAfter(Instant.now())) {
        return false;
      }
      ArchiveMaker.delete(lock);
      Files.createDirectory(lock);
      return true;
    }
  }

  private static String key(List<Path> jars) throws IOException {
    CRC32 sum = new CRC32();
    List<String> parts = new ArrayList<>(List.of(
        System.getProperty("java.home", ""),
        System.getProperty("java.vm.vendor", ""),
        Runtime.version().toString()));
    for (Path jar : jars) {
      parts.add(
          jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
    }
    sum.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue()) + "-" + jars.size();
  }
}
