package dev.treadle.cli.init;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a new project is called.
 *
 * @param project the artifact's id
 * @param packageName of its sources, and the artifact's group
 */
record Names(String project, String packageName) {
  private static final String FIX = "\nfix: --package with words of letters and digits, as in"
      + " --package org.example.pipelines";

  /** Takes the names from the folder, unless a package is given. */
  static Names of(Path directory, @Nullable String packageGiven) {
    Path last = directory.getFileName();
    String folder = last == null ? "" : last.toString();
    String packageName = packageGiven == null
        ? folder.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "")
        : packageGiven;
    if (!packageName.matches("[A-Za-z0-9_.]+") || !SourceVersion.isName(packageName)) {
      throw new TreadleException(
          CliProblem.INVALID_NAME,
          packageGiven == null
              ? "No package can be named after the folder '" + folder + "'" + FIX
              : "'" + packageGiven + "' cannot be a package" + FIX);
    }
    String project = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    return new Names(
        project.matches(".*[a-z0-9].*")
            ? project.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "")
            : packageName.substring(packageName.lastIndexOf('.') + 1),
        packageName);
  }
}
