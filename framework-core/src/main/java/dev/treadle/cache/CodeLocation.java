package dev.treadle.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Where a class came from.
 *
 * @param url of the folder, ending in a slash, or of the jar
 */
record CodeLocation(Kind kind, String url) {
  static final CodeLocation PLATFORM = new CodeLocation(Kind.PLATFORM, "jrt:/");

  enum Kind {
    PLATFORM,
    FOLDER,
    JAR
  }

  /** The location of a class file that a class loader found. */
  static CodeLocation of(URL resource, String path) {
    String text = resource.toExternalForm();
    int entry = text.lastIndexOf("!/");
    if (resource.getProtocol().equals("jrt")) {
      return PLATFORM;
    }
    if (entry >= 0) {
      return new CodeLocation(Kind.JAR, text.substring("jar:".length(), entry));
    }
    return new CodeLocation(Kind.FOLDER, text.substring(0, text.length() - path.length()));
  }

  /** A jar that is built over and over under one version; its classes count one by one, as in a folder. */
  boolean isUnreleased() {
    return kind == Kind.FOLDER || url.endsWith("-SNAPSHOT.jar");
  }

  String fileName() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  String digest() throws IOException {
    if (url.startsWith("file:")) {
      return JarDigests.of(Path.of(URI.create(url)));
    }
    try (InputStream in = URI.create(url).toURL().openStream()) {
      return JarDigests.of(in);
    }
  }

  /** Hands over each file with its path, which has forward slashes. */
  void eachFile(BiConsumer<String, Path> visitor) throws IOException {
    if (!url.startsWith("file:")) {
      throw new IOException("The files of " + url + " cannot be listed");
    }
    Path path = Path.of(URI.create(url));
    if (kind == Kind.FOLDER) {
      walk(path, visitor);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        walk(jar.getPath("/"), visitor);
      }
    }
  }

  private static void walk(Path root, BiConsumer<String, Path> visitor) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> visitor.accept(root.relativize(file).toString().replace('\\', '/'), file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
