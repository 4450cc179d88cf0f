package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A file, stored below {@code file/} with its name, or a directory, stored below {@code data/}. Empty directories in a
 * directory are not kept; links are refused, as they may lead anywhere.
 */
final class PathMaterializer implements Materializer<Path> {

  private static final String FILE = "file/";
  private static final String DIRECTORY = "data/";

  @Override
  public String id() {
    return "path";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == Path.class;
  }

  @Override
  public String mediaType(Type type) {
    return "application/octet-stream";
  }

  @Override
  public void write(Path value, Type type, ArtifactOutput output) throws IOException {
    if (!Files.isDirectory(value)) {
      if (!Files.isRegularFile(value)) {
        throw unwritable("%s is neither a file nor a directory. Return a path that exists", value);
      }
      output.add(FILE + value.toAbsolutePath().normalize().getFileName(), value);
      return;
    }
    var files = files(value);
    if (files.isEmpty()) {
      throw unwritable("The directory %s holds no files. Return at least one", value);
    }
    for (var file : files) {
      output.add(DIRECTORY + name(value, file), file);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var walk = Files.walk(directory)) {
      var files = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
      for (var file : files) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          throw unwritable("%s is a link or a special file. Copy what it leads to", file);
        }
      }
      return files;
    }
  }

  private static String name(Path directory, Path file) {
    var relative = directory.relativize(file);
    var name = new StringBuilder();
    relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
    return name.toString();
  }

  @Override
  public Path read(Type type, ArtifactInput input) throws IOException {
    var names = input.names();
    var first = names.isEmpty() ? "" : names.get(0);
    var folder = input.directory();
    if (names.size() == 1 && first.startsWith(FILE)) {
      return folder.resolve(first);
    }
    if (names.isEmpty() || !names.stream().allMatch(name -> name.startsWith(DIRECTORY))) {
      throw new MaterializationException(
          CoreProblem.MAT_READ, "The artifact holds no stored path, but the files " + names);
    }
    return folder.resolve(DIRECTORY);
  }

  @Override
  public void describe(Path value, Type type, ValueDescription description) throws IOException {
    var files = Files.isDirectory(value) ? files(value) : List.of(value);
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    description.fact("files", files.size());
    description.fact("bytes", bytes);
    description.summary(
        files.size() == 1
            ? "%s, %d bytes".formatted(files.get(0).getFileName(), bytes)
            : "%d files, %d bytes".formatted(files.size(), bytes));
  }

  private static MaterializationException unwritable(String message, Path path) {
    return new MaterializationException(CoreProblem.MAT_WRITE, message.formatted(path));
  }
}
