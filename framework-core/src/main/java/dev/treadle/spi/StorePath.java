package dev.treadle.spi;

import dev.treadle.error.UnsafePathException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The path of an object below a store's root, such as {@code blobs/sha256/ab/ab12…}. It keeps the rules of {@link
 * SafePath}, so that no store needs to check it, and does not begin with a name that stores keep for themselves: {@code
 * .tmp} and {@code treadle-store.json}.
 *
 * <p>Ordered by its UTF-8 bytes, unsigned.
 *
 * @since 0.1
 */
public final class StorePath implements Comparable<StorePath> {

  /** The root itself. It is a prefix of all objects and names none. */
  public static final StorePath ROOT = new StorePath("");

  private final String text;

  private StorePath(String text) {
    this.text = text;
  }

  /**
   * Checks and takes a path.
   *
   * @throws UnsafePathException with the rule that it breaks
   */
  public static StorePath of(String path) {
    SafePath.check(path);
    int slash = path.indexOf('/');
    var first = slash < 0 ? path : path.substring(0, slash);
    if (first.equals(".tmp") || first.equals("treadle-store.json")) {
      throw new UnsafePathException(path, "stores keep the name " + first + " for themselves");
    }
    return new StorePath(path);
  }

  /**
   * Returns this path if it names an object.
   *
   * @throws UnsafePathException when it is {@link #ROOT}
   */
  public StorePath requireObject() {
    if (text.isEmpty()) {
      throw new UnsafePathException(text, "the root is no object");
    }
    return this;
  }

  @Override
  public int compareTo(StorePath other) {
    return Arrays.compareUnsigned(
        text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorePath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path as given; empty for the root. */
  @Override
  public String toString() {
    return text;
  }
}
