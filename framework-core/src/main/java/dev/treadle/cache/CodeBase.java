package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The class files behind a class loader. Each is read once; no class is loaded. Names are internal. */
final class CodeBase {
  private final ClassLoader loader;
  private final Map<String, Optional<CodeUnit>> units = new ConcurrentHashMap<>();
  private final Map<CodeLocation, Map<String, List<String>>> subtypes = new ConcurrentHashMap<>();

  CodeBase(ClassLoader loader) {
    this.loader = loader;
  }

  Optional<CodeUnit> find(String type) {
    return units.computeIfAbsent(type, this::locate);
  }

  /** The classes of a location that directly extend or implement a type. */
  List<String> subtypes(String type, CodeLocation location) {
    return subtypes.computeIfAbsent(location, this::index).getOrDefault(type, List.of());
  }

  private Optional<CodeUnit> locate(String type) {
    if (type.startsWith("java/")) {
      return Optional.of(new CodeUnit(type, CodeLocation.PLATFORM, () -> parse(resource(type))));
    }
    return Optional.ofNullable(loader.getResource(type + ".class"))
        .map(found ->
            new CodeUnit(type, CodeLocation.of(found, type + ".class"), () -> parse(found)));
  }

  private URL resource(String type) {
    URL found = loader.getResource(type + ".class");
    if (found == null) {
      throw new UncheckedIOException(
          new FileNotFoundException("The JDK has no class file of " + type));
    }
    return found;
  }

  private static ClassFile parse(URL resource) {
    try (InputStream in = open(resource)) {
      return ClassFile.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource + ": " + e.getMessage(), e);
    }
  }

  /** Without the cache of the JVM, which would keep the bytes of a jar that was replaced since. */
  private static InputStream open(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private Map<String, List<String>> index(CodeLocation location) {
    Map<String, List<String>> index = new HashMap<>();
    try {
      location.eachFile((path, file) -> {
        if (isClass(path)) {
          ClassFile parsed = parse(file);
          parsed
              .supertypes()
              .forEach(
                  type -> index.computeIfAbsent(type, key -> new ArrayList<>()).add(parsed.name()));
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return index;
  }

  static boolean isClass(String path) {
    return path.endsWith(".class")
        && !path.startsWith("META-INF/")
        && !path.endsWith("-info.class");
  }

  static ClassFile parse(Path file) {
    try {
      return ClassFile.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
