package dev.treadle.config;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of a process: variables of the environment win over the project's file, which wins over the user's. */
public final class Settings {
  /** The project's file. */
  public static final String PROJECT_FILE = "treadle.yaml";

  /** Nobody has set anything. */
  public static final Settings NONE = new Settings();

  private final Map<Setting, List<SettingValue>> values = new EnumMap<>(Setting.class);

  private Settings() {}

  /**
   * Reads them.
   *
   * @param environment {@code TREADLE_…} variables; empty ones are none
   * @param project the folder of the project's file; empty when there is none
   * @param user the user's file, which need not exist
   * @param here what relative paths in variables start from
   * @throws TreadleException CONFIG-160 with what is wrong in the first place that has something wrong
   */
  public static Settings load(
      Map<String, String> environment, Optional<Path> project, Path user, Path here) {
    Settings settings = new Settings();
    for (Setting setting : Setting.values()) {
      String value = environment.getOrDefault(setting.variable(), "");
      if (!value.isBlank()) {
        setting.fault(value).ifPresent(fault -> {
          throw new TreadleException(CoreProblem.CONFIG_SETTING, setting.variable() + "  " + fault);
        });
        settings.add(setting, new SettingValue(value, setting.variable(), here));
      }
    }
    project.ifPresent(
        folder -> new SettingsFile(folder.resolve(PROJECT_FILE)).read().forEach(settings::add));
    new SettingsFile(user).read().forEach(settings::add);
    return settings;
  }

  /** Where the settings of a user are, on an operating system as Java names it. */
  public static Path userFile(Map<String, String> environment, String operatingSystem, Path home) {
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    Path base;
    if (system.contains("mac")) {
      base = home.resolve("Library").resolve("Application Support");
    } else if (system.contains("win")) {
      base = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
    } else {
      base = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }
    return base.resolve("treadle").resolve("config.yaml");
  }

  /** The value that counts. */
  public Optional<SettingValue> find(Setting setting) {
    return all(setting).stream().findFirst();
  }

  /** All values that somebody has set, the one that counts first. */
  public List<SettingValue> all(Setting setting) {
    return List.copyOf(values.getOrDefault(setting, List.of()));
  }

  private void add(Setting setting, SettingValue value) {
    values.computeIfAbsent(setting, key -> new ArrayList<>()).add(value);
  }

  private static Path folder(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
