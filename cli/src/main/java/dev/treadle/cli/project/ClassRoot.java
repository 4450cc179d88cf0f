package dev.treadle.cli.project;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The classes in a directory or jar, of which only those are read that somebody asks for. */
final class ClassRoot implements AutoCloseable {
  private static final String PIPELINE = "dev/treadle/api/Pipeline";
  private static final String CLASS = ".class";

  private final Path path;
  private final Optional<JarFile> jar;
  private final Map<String, Optional<ClassHeader>> read = new HashMap<>();

  private ClassRoot(Path path, Optional<JarFile> jar) {
    this.path = path;
    this.jar = jar;
  }

  /** Opens a root; one that does not exist holds none. */
  static ClassRoot open(Path path) throws IOException {
    return new ClassRoot(
        path,
        Files.isRegularFile(path) ? Optional.of(new JarFile(path.toFile())) : Optional.empty());
  }

  /** The internal names of the classes, with slashes. */
  List<String> names() throws IOException {
    if (jar.isPresent()) {
      return jar.get().stream()
          .map(ZipEntry::getName)
          .filter(name -> isClass(name) && !name.startsWith("META-INF/"))
          .map(ClassRoot::withoutEnd)
          .toList();
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> path.relativize(file).toString().replace('\\', '/'))
          .filter(ClassRoot::isClass)
          .map(ClassRoot::withoutEnd)
          .toList();
    }
  }

  /** Whether the class is public, concrete and a pipeline, maybe by types of this root. */
  boolean isPipeline(String name) {
    return header(name).filter(ClassHeader::isPublicAndConcrete).isPresent() && isA(name);
  }

  private boolean isA(String name) {
    Optional<ClassHeader> header = header(name);
    if (header.isEmpty()) {
      return name.equals(PIPELINE);
    }
    String parent = header.get().superName();
    return header.get().interfaces().stream().anyMatch(type -> type.equals(PIPELINE) || isA(type))
        || (parent != null && isA(parent));
  }

  private Optional<ClassHeader> header(String name) {
    Optional<ClassHeader> known = read.get(name);
    if (known == null) {
      try {
        known = find(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      read.put(name, known);
    }
    return known;
  }

  private Optional<ClassHeader> find(String name) throws IOException {
    try (InputStream in = bytes(name + CLASS)) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassHeader.read(new BufferedInputStream(in)));
    }
  }

  private @Nullable InputStream bytes(String file) throws IOException {
    if (jar.isPresent()) {
      ZipEntry entry = jar.get().getEntry(file);
      return entry == null ? null : jar.get().getInputStream(entry);
    }
    Path found = path.resolve(file);
    return Files.isRegularFile(found) ? Files.newInputStream(found) : null;
  }

  private static boolean isClass(String name) {
    return name.endsWith(CLASS) && !name.endsWith("-info.class");
  }

  private static String withoutEnd(String name) {
    return name.substring(0, name.length() - CLASS.length());
  }

  @Override
  public void close() throws IOException {
    if (jar.isPresent()) {
      jar.get().close();
    }
  }
}
