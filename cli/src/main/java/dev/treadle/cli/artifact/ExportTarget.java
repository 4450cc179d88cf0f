package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.OutputFile;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.spi.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the files of a version beside their place under another name, then moves them there. */
final class ExportTarget {
  private static final String FILE = "file/";
  private static final String FOLDER = "data/";

  private final ProjectStore store;
  private final ArtifactVersion version;
  private final List<StoredFile> files;

  ExportTarget(ProjectStore store, ArtifactVersion version, List<StoredFile> files) {
    this.store = store;
    this.version = version;
    this.files = files;
  }

  /** Gives the place where they are then. */
  Path write(Path path, boolean force) {
    boolean alone = files.size() == 1 && !files.get(0).name().startsWith(FOLDER);
    Path target = alone && Files.isDirectory(path) ? path.resolve(lastName(files.get(0))) : path;
    if (Files.exists(target) && !mayReplace(target, alone, force)) {
      throw OutputFile.exists(
          target,
          alone && !Files.isDirectory(target)
              ? "--force replaces it"
              : "choose a path that does not exist yet");
    }
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      if (alone) {
        copy(files.get(0), temporary);
      } else {
        copyAll(temporary);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException e) {
      throw OutputFile.failed(target, e);
    } finally {
      delete(temporary);
    }
  }

  /** Never a folder with something in it: nobody means to lose what was not looked at. */
  private static boolean mayReplace(Path target, boolean alone, boolean force) {
    if (!Files.isDirectory(target)) {
      return alone && force;
    }
    try (Stream<Path> content = Files.list(target)) {
      return !alone && content.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private void copyAll(Path folder) throws IOException {
    boolean inFolder = files.stream().allMatch(file -> file.name().startsWith(FOLDER));
    for (StoredFile file : files) {
      String name = inFolder ? file.name().substring(FOLDER.length()) : file.name();
      Path target = SafePath.resolve(folder, name);
      Files.createDirectories(target.resolveSibling("."));
      copy(file, target);
    }
  }

  private void copy(StoredFile file, Path target) throws IOException {
    try (InputStream bytes = store.open(version, file);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  private static String lastName(StoredFile file) {
    return file.name().startsWith(FILE)
        ? file.name().substring(FILE.length())
        : file.name().substring(file.name().lastIndexOf('/') + 1);
  }

  private static void delete(Path temporary) {
    if (!Files.exists(temporary)) {
      return;
    }
    try (Stream<Path> content = Files.walk(temporary)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // What went wrong before is what matters.
    }
  }
}
