package dev.treadle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the processes of detached runs print, in files in the folder of a store. A file ends in the id of its run as soon as
 * that is known; each process that goes on with a run has one of its own.
 */
public final class DetachedLogs {
  private static final Logger log = LoggerFactory.getLogger(DetachedLogs.class);
  private static final String SUFFIX = ".log";
  private static final int ID_LENGTH = 36;

  private final Path folder;

  /**
   * @param store the folder of the store
   */
  public DetachedLogs(Path store) {
    this.folder = store.resolve("detached");
  }

  /** The file of a process whose run is not known yet; its folder is made. */
  public Path open(String name) throws IOException {
    Files.createDirectories(folder);
    return folder.resolve(name + SUFFIX);
  }

  /** Names a file after its run while it is written, and says where it is; it stays where a file in use cannot be moved. */
  public Path assign(Path file, UUID run) {
    String name = file.getFileName().toString();
    Path named =
        folder.resolve(name.substring(0, name.length() - SUFFIX.length()) + "-" + run + SUFFIX);
    try {
      return Files.move(file, named);
    } catch (IOException e) {
      log.debug("{} keeps its name", file, e);
      return file;
    }
  }

  /** Deletes those of a run that is deleted; what cannot be deleted now belongs to no run from now on. */
  void delete(UUID run) {
    try {
      for (Path file : files()) {
        if (runOf(file).filter(run::equals).isPresent()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      log.debug("A log of run {} stays for now", run, e);
    }
  }

  /** Those that belong to no run and were not written to since then. */
  List<Path> withoutRun(Predicate<UUID> known, Instant since) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files()) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(since)
          && runOf(file).filter(known).isEmpty()) {
        found.add(file);
      }
    }
    return found;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      files.forEach(found::add);
    }
    return found;
  }

  private static Optional<UUID> runOf(Path file) {
    String name = file.getFileName().toString();
    int end = name.length() - SUFFIX.length();
    try {
      return end < ID_LENGTH
          ? Optional.empty()
          : Optional.of(UUID.fromString(name.substring(end - ID_LENGTH, end)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
