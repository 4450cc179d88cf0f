package dev.treadle.cli.init;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where a new project goes. Nothing that is there is touched, and after a failure nothing new is. */
final class ProjectFolder {
  /** What begins so is run by a shell. */
  private static final String SCRIPT = "///usr/bin/env ";

  private final Path directory;

  ProjectFolder(Path directory) {
    this.directory = directory;
  }

  void write(NewProject project) {
    refuseWhatIsInTheWay(project);
    Deque<Path> made = new ArrayDeque<>();
    try {
      for (Map.Entry<String, byte[]> file : project.files().entrySet()) {
        Path path = directory.resolve(file.getKey());
        makeDirectory(Objects.requireNonNull(path.getParent()), made);
        Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        made.push(path);
        if (new String(file.getValue(), StandardCharsets.ISO_8859_1).startsWith(SCRIPT)) {
          makeExecutable(path);
        }
      }
    } catch (IOException e) {
      made.forEach(path -> path.toFile().delete());
      throw new TreadleException(
          CliProblem.OUTPUT_FAILED,
          "Cannot write the project: " + e.getMessage() + "\nin " + directory
              + "\nfix: room and permission to write there, or another directory",
          e);
    }
  }

  private void refuseWhatIsInTheWay(NewProject project) {
    List<String> inTheWay = project.files().keySet().stream()
        .flatMap(file -> obstacle(file).stream())
        .distinct()
        .toList();
    if (!inTheWay.isEmpty()) {
      throw new TreadleException(
          CliProblem.EXISTS,
          inTheWay.size() + (inTheWay.size() == 1 ? " file is" : " files are")
              + " in the way of a new project\nin " + directory + "\n"
              + String.join("\n", inTheWay)
              + "\nfix: give another directory, or move what is there");
    }
  }

  /** The file itself where there is one, or a file where one of its folders has to be. */
  private Optional<String> obstacle(String file) {
    Path path = directory.resolve(file);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(file);
    }
    for (Path up = path.getParent(); up != null; up = up.getParent()) {
      if (Files.exists(up, LinkOption.NOFOLLOW_LINKS)) {
        return Files.isDirectory(up)
            ? Optional.empty()
            : Optional.of(
                (up.startsWith(directory) && !up.equals(directory) ? directory.relativize(up) : up)
                    .toString());
      }
    }
    return Optional.empty();
  }

  private static void makeDirectory(Path wanted, Deque<Path> made) throws IOException {
    if (!Files.isDirectory(wanted)) {
      makeDirectory(Objects.requireNonNull(wanted.getParent()), made);
      Files.createDirectory(wanted);
      made.push(wanted);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
