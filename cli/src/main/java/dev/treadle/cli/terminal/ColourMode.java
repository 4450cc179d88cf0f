package dev.treadle.cli.terminal;

/** The values of {@code --color}. */
public enum ColourMode {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  ALWAYS,
  NEVER
}
