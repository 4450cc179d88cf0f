package dev.treadle.cli.error;

import dev.treadle.error.NearNames;
import java.util.Collection;

/** The line of a message that names what was probably meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /** A line end and {@code did you mean: x}, or nothing when no name is near. */
  public static String line(String wanted, Collection<String> known) {
    return NearNames.of(wanted, known).map(name -> "\ndid you mean: " + name).orElse("");
  }
}
