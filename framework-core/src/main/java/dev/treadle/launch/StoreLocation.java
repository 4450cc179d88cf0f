package dev.treadle.launch;

import dev.treadle.config.Setting;
import dev.treadle.config.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which directory holds metadata and artifacts: option, environment, the setting {@code store} of the project or user, beside
 * treadle.yaml, at the root of the Maven build, or the user's own.
 */
public final class StoreLocation {
  private static final String DIRECTORY = ".treadle";

  private StoreLocation() {}

  /**
   * Searches upwards from a project's folder.
   *
   * @param settings those of the project, which may name the store
   */
  public static Path find(
      Optional<Path> option,
      Settings settings,
      Map<String, String> environment,
      ProjectDirectory project,
      String operatingSystem,
      Path home) {
    return option
        .map(project.start()::resolve)
        .or(() -> settings.find(Setting.STORE).map(store -> store.base().resolve(store.value())))
        .or(() ->
            project.settings().or(project::reactor).map(directory -> directory.resolve(DIRECTORY)))
        .orElseGet(() -> userData(environment, operatingSystem.toLowerCase(Locale.ROOT), home))
        .normalize();
  }

  private static Path userData(Map<String, String> environment, String operatingSystem, Path home) {
    Optional<Path> own = variable(environment, "TREADLE_HOME");
    if (own.isPresent()) {
      return own.get();
    }
    Path base;
    if (operatingSystem.contains("mac")) {
      base = home.resolve("Library/Application Support");
    } else if (operatingSystem.contains("win")) {
      base = variable(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
    } else {
      base = variable(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share"));
    }
    return base.resolve("treadle");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
