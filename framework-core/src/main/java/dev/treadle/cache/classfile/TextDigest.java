package dev.treadle.cache.classfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a sequence of texts and numbers. Each text carries its length, so that no two sequences run together. */
public final class TextDigest {
  private final StringBuilder text = new StringBuilder();

  public TextDigest add(String value) {
    text.append(value.length()).append(':').append(value);
    return this;
  }

  public TextDigest add(long value) {
    text.append(value).append(';');
    return this;
  }

  /** The digest of what was added so far, in lower-case hex. */
  public String hex() {
    String all = text.toString();
    byte[] bytes = all.getBytes(UTF_8);
    // UTF-8 has no unpaired surrogates: two literals that differ by one would become equal
    return hex(new String(bytes, UTF_8).equals(all) ? bytes : utf16(all));
  }

  private static byte[] utf16(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  /** The SHA-256 of bytes, in lower-case hex. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
