package dev.treadle.cli.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Maven answered, kept in files: class paths under the hash of all poms of the project, and when a module was last
 * compiled here.
 */
final class ClassPathCache {
  private static final int HASH_BYTES = 16;

  private final Path directory;
  private final List<MavenModule> reactor;

  ClassPathCache(Path directory, List<MavenModule> reactor) {
    this.directory = directory;
    this.reactor = reactor;
  }

  /**
   * The class path of a module without its own classes; empty when poms have changed or a library has gone. Classes of the
   * project's own modules may be missing: a module without sources never has any.
   */
  Optional<List<Path>> find(MavenModule module) {
    Path file = file(module);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<Path> entries = Files.readAllLines(file).stream().map(Path::of).toList();
      return Optional.of(entries)
          .filter(list -> list.stream().allMatch(entry -> Files.exists(entry) || isOwn(entry)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  List<Path> save(MavenModule module, String classPath) {
    List<Path> entries = Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        // Maven names the classes of a module that has none, too.
        .filter(Files::exists)
        .toList();
    write(file(module), String.join("\n", entries.stream().map(Path::toString).toList()));
    return entries;
  }

  FileTime builtAt(MavenModule module) {
    Path stamp = stamp(module);
    try {
      return Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + stamp, e);
    }
  }

  /** Remembers that sources as they were at that time are compiled. */
  void built(MavenModule module, FileTime at) {
    Path stamp = stamp(module);
    write(stamp, "");
    try {
      Files.setLastModifiedTime(stamp, at);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + stamp, e);
    }
  }

  private boolean isOwn(Path entry) {
    return reactor.stream().anyMatch(module -> module.classes().equals(entry));
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(directory);
      Path temporary = Files.createTempFile(directory, "new", ".tmp");
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private Path file(MavenModule module) {
    MessageDigest digest = sha256();
    digest.update(module.directory().toString().getBytes(StandardCharsets.UTF_8));
    for (MavenModule each : reactor) {
      try {
        digest.update(Files.readAllBytes(each.pom()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + each.pom(), e);
      }
    }
    return directory.resolve("classpath-" + hex(digest) + ".txt");
  }

  private Path stamp(MavenModule module) {
    MessageDigest digest = sha256();
    digest.update(module.directory().toString().getBytes(StandardCharsets.UTF_8));
    return directory.resolve("built-" + hex(digest));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
