package dev.treadle.api.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file that is passed to a step as a literal. The step is executed again when the file's content or path changed, not when
 * its time did. Inside a record that is passed, only the path counts.
 *
 * @param path where the file lies, on the machine that runs the step
 * @since 0.1
 */
public record FileRef(Path path) {

  public FileRef {
    Objects.requireNonNull(path, "path");
  }

  /** A reference to a file on this machine; it need not exist yet. */
  public static FileRef of(String path) {
    return new FileRef(Path.of(path));
  }

  @JsonCreator
  static FileRef parse(String path) {
    return of(path);
  }

  /**
   * Reads the file and gives the SHA-256 of its bytes, 64 lower-case hex digits. Nothing is remembered between calls.
   *
   * @throws IOException when the file is missing, a directory, or cannot be read
   */
  public String sha256() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The path with {@code /}, as it is recorded. */
  @Override
  @JsonValue
  public String toString() {
    return path.toString().replace('\\', '/');
  }
}
