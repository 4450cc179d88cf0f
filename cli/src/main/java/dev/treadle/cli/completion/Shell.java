package dev.treadle.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** A shell that completes commands. */
public enum Shell {
  BASH("treadle.bash"),
  ZSH("_treadle"),
  FISH("treadle.fish"),
  POWERSHELL("treadle.ps1");

  private static final String MODEL = "{{model}}";

  private final String file;

  Shell(String file) {
    this.file = file;
  }

  /** What its script is called where shells look for it. */
  public String file() {
    return file;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The script for a command and everything below it. */
  public String script(CommandSpec root) {
    try (InputStream template = Shell.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
          .replace(MODEL, CommandTable.of(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
