package dev.treadle.cli.terminal;

import java.util.regex.Pattern;

/** Words of the commands that are printed to be typed. */
public final class ShellWord {
  /** What no shell reads as anything but itself. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

  private ShellWord() {}

  /** The word as a POSIX shell has to be given it: in quotes where it holds more than plain characters. */
  public static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
