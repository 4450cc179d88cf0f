package dev.treadle.cache;

import dev.treadle.cache.classfile.TextDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of jar files. A file is read once in a process, as long as its size and time stay the same. */
final class JarDigests {
  private static final Map<Version, String> KNOWN = new ConcurrentHashMap<>();

  private JarDigests() {}

  static String of(Path jar) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
    var version = new Version(jar, attributes.size(), attributes.lastModifiedTime());
    String known = KNOWN.get(version);
    if (known == null) {
      try (InputStream in = Files.newInputStream(jar)) {
        known = of(in);
      }
      KNOWN.put(version, known);
    }
    return known;
  }

  static String of(InputStream in) throws IOException {
    MessageDigest digest = TextDigest.sha256();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private record Version(Path jar, long size, FileTime modified) {}
}
