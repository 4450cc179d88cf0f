package dev.treadle.config;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of settings: the part of YAML that is one {@code key: value} a line, with comments. Read as text, since every command
 * reads it and a YAML parser would be the slowest part of most of them.
 */
public final class SettingsFile {
  private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9.-]*)\\s*:(?:\\s+(.*))?");
  private static final Pattern QUOTED =
      Pattern.compile("\"([^\"\\\\]*)\"\\s*(?:#.*)?|'([^']*)'\\s*(?:#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  public Path path() {
    return file;
  }

  /**
   * The settings in the file; none when it does not exist.
   *
   * @throws TreadleException CONFIG-160 with everything in it that is no setting
   */
  public Map<Setting, SettingValue> read() {
    Map<Setting, SettingValue> found = new EnumMap<>(Setting.class);
    List<String> faults = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String place = file + ":" + (i + 1);
      read(lines.get(i)).ifPresent(entry -> {
        Optional<Setting> setting = Setting.of(entry.key());
        Optional<String> fault = entry.key().isEmpty()
            ? Optional.of("a line of settings is 'key: value'")
            : setting.isEmpty()
                ? Optional.of("there is no setting '" + entry.key() + "'"
                    + NearNames.hint(entry.key(), Setting.keys()))
                : setting.get().fault(entry.value());
        fault.ifPresentOrElse(
            text -> faults.add(place + "  " + text),
            () ->
                found.put(setting.orElseThrow(), new SettingValue(entry.value(), place, folder())));
      });
    }
    if (!faults.isEmpty()) {
      throw new TreadleException(
          CoreProblem.CONFIG_SETTING, String.join("\n", faults) + "\nsee: treadle config list");
    }
    return found;
  }

  /**
   * Sets one value and leaves every other line as it is; makes the file when there is none.
   *
   * @throws TreadleException CONFIG-160 when it cannot be the setting's value
   */
  public void set(Setting setting, String value) {
    setting.fault(value).ifPresent(fault -> {
      throw new TreadleException(CoreProblem.CONFIG_SETTING, fault);
    });
    String entry = setting.key() + ": "
        + (QUOTED.matcher(value).matches() || COMMENT.matcher(value).find()
            ? '"' + value.replace("\"", "") + '"'
            : value);
    List<String> lines = new ArrayList<>(lines());
    int at = 0;
    while (at < lines.size()
        && read(lines.get(at))
            .filter(found -> found.key().equals(setting.key()))
            .isEmpty()) {
      at++;
    }
    if (at < lines.size()) {
      lines.set(at, entry);
    } else {
      lines.add(entry);
    }
    try {
      Path folder = folder();
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "treadle", ".yaml");
      Files.writeString(aside, String.join("\n", lines) + "\n");
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable("write", e);
    }
  }

  private record Entry(String key, String value) {}

  /** An entry, with an empty key where the line is none; nothing for a line that says nothing. */
  private static Optional<Entry> read(String line) {
    String text = line.stripTrailing();
    if (text.isBlank() || text.strip().startsWith("#") || text.equals("---")) {
      return Optional.empty();
    }
    Matcher entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      return Optional.of(new Entry("", ""));
    }
    String value = entry.group(2) == null ? "" : entry.group(2).strip();
    Matcher quoted = QUOTED.matcher(value);
    if (quoted.matches()) {
      value = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    } else {
      value = COMMENT.matcher(value).replaceFirst("").strip();
    }
    return Optional.of(new Entry(entry.group(1), value));
  }

  private List<String> lines() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private Path folder() {
    return file.toAbsolutePath().resolveSibling("");
  }

  private TreadleException unusable(String what, IOException e) {
    return new TreadleException(
        CoreProblem.CONFIG_SETTING, "Cannot " + what + " " + file + ": " + e.getMessage(), e);
  }
}
