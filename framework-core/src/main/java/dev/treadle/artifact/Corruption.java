package dev.treadle.artifact;

/**
 * A file of an artifact that is not what its manifest says.
 *
 * @param artifact the name of the artifact
 * @param file the name of the file, or {@code manifest}
 * @param expected the digest that it must have
 * @param found the digest that it has, or {@code missing}
 */
public record Corruption(String artifact, String file, String expected, String found) {

  /** Such as {@code CORRUPT model@7 part-0.bin expected 9f2c… found 11ab…}. */
  @Override
  public String toString() {
    return "CORRUPT " + artifact + " " + file + " expected " + expected + " found " + found;
  }
}
