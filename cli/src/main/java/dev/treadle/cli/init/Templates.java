package dev.treadle.cli.init;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The templates that came with this distribution: examples that the build put beside this class, and {@code empty}. */
final class Templates implements Iterable<String> {
  static final String EMPTY = "empty";
  private static final String BASE = "pom.xml";

  /** All names, as picocli asks for them. */
  Templates() {}

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  static List<String> names() {
    return read(directory -> {
      try (Stream<Path> children = Files.list(directory)) {
        return Stream.concat(
                children
                    .filter(child -> Files.isDirectory(child.resolve("src")))
                    .map(Templates::name),
                Stream.of(EMPTY))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  static Template find(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new TreadleException(
          CliProblem.UNKNOWN_TEMPLATE,
          "There is no template '" + name + "'\nlooked in " + String.join(", ", names)
              + DidYouMean.line(name, names));
    }
    return read(directory -> new Template(
        name,
        text(directory.resolve(BASE)),
        text(directory.resolve("managed").resolve(BASE)),
        name.equals(EMPTY) ? Map.of() : files(directory.resolve(name))));
  }

  /** Contents by path with slashes. */
  private static Map<String, byte[]> files(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(
            directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path directory) {
    String name = directory.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** Looks into the folder of templates, which is in a jar or, in tests, in a folder of classes. */
  private static <T> T read(Function<Path, T> look) {
    try {
      URI base = Objects.requireNonNull(Templates.class.getResource("templates/" + BASE))
          .toURI();
      if (!base.getScheme().equals("jar")) {
        return look.apply(Path.of(base).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(base, Map.of())) {
        return look.apply(jar.provider().getPath(base).resolveSibling(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
