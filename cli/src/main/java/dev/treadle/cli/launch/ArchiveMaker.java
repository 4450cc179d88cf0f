package dev.treadle.cli.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the archive of a {@link PipelineArchive} from what a run has recorded, aside, and moves it into place. Takes the
 * archive's file and the folder with the recording, which is deleted.
 */
public final class ArchiveMaker {
  /** Each is of tens of megabytes. */
  private static final int KEPT = 4;

  private ArchiveMaker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path archive = Path.of(args[0]);
    Path work = Path.of(args[1]);
    try {
      make(archive, work);
      prune(archive.resolveSibling(""));
    } finally {
      delete(work);
    }
  }

  private static void make(Path archive, Path work) throws IOException, InterruptedException {
    List<Path> jars =
        Files.readAllLines(work.resolve("jars")).stream().map(Path::of).toList();
    Path made = work.resolve("new.jsa");
    Path arguments = work.resolve("java.args");
    Files.writeString(
        arguments,
        Stream.of(
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + work.resolve("list"),
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)))
            .map(PipelineJvm::quoted)
            .collect(Collectors.joining()));
    int exitCode = new ProcessBuilder(PipelineJvm.java(), "@" + arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    if (exitCode == 0 && Files.isRegularFile(made)) {
      Path names = work.resolve("names");
      ArchiveNames.of(jars).write(names);
      Files.move(names, ArchiveNames.beside(archive), StandardCopyOption.ATOMIC_MOVE);
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void prune(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old = files
          .filter(file -> file.getFileName().toString().matches("pipeline-.*\\.jsa"))
          .sorted(
              Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
          .skip(KEPT)
          .toList();
      for (Path archive : old) {
        Files.deleteIfExists(archive);
        Files.deleteIfExists(ArchiveNames.beside(archive));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
