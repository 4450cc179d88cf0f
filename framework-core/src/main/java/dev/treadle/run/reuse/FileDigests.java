package dev.treadle.run.reuse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Digests of files and folders that literals name. */
final class FileDigests {
  private FileDigests() {}

  /** SHA-256 of a file's bytes, of a folder's names and bytes, or {@code absent}. */
  static String of(Path path) {
    try {
      if (Files.isDirectory(path)) {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(path)) {
          List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
          for (Path file : sorted) {
            digest.update((path.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((of(file) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
        return HexFormat.of().formatHex(digest.digest());
      }
      if (!Files.exists(path)) {
        return "absent";
      }
      MessageDigest digest = sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
