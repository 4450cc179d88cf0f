package dev.treadle.cli.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The user's directory for what can be made again; the launcher and the shells know the same one. */
final class CacheDirectory {
  private CacheDirectory() {}

  static Path find(Map<String, String> environment, String operatingSystem, Path home) {
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    Path base;
    if (system.contains("mac")) {
      base = home.resolve("Library").resolve("Caches");
    } else if (system.contains("win")) {
      base = variable(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    } else {
      base = variable(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    }
    return base.resolve("treadle");
  }

  private static Path variable(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
