package dev.treadle.config;

import dev.treadle.graph.TimeoutText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be set once for a project or a user instead of each time by an option. */
public enum Setting {
  STORE("where metadata and artifacts are; a folder, relative to the file that names it"),
  OUTPUT("form of results", "table", "wide", "json", "yaml", "ndjson", "tsv", "name"),
  COLOR("whether output has colours", "auto", "always", "never"),
  MAX_PARALLEL("how many steps may run at once") {
    @Override
    boolean fits(String value) {
      return value.matches("[1-9][0-9]{0,8}");
    }

    @Override
    String wanted() {
      return "a whole number from 1 on";
    }
  },
  SEED("the seed of runs") {
    @Override
    boolean fits(String value) {
      return value.matches("-?[0-9]{1,18}");
    }

    @Override
    String wanted() {
      return "a whole number";
    }
  },
  JVM_ARGS("arguments of the pipeline's JVM, divided by blanks"),
  RETENTION_OLDER_THAN("how old versions are that artifact prune deletes") {
    @Override
    public String key() {
      return "retention.older-than";
    }

    @Override
    boolean fits(String value) {
      return TimeoutText.parse(value).isPresent();
    }

    @Override
    String wanted() {
      return "a time such as 90d, 12h";
    }
  },
  RETENTION_KEEP_LAST("how many of each artifact artifact prune keeps, the newest") {
    @Override
    public String key() {
      return "retention.keep-last";
    }

    @Override
    boolean fits(String value) {
      return value.matches("[0-9]{1,9}");
    }

    @Override
    String wanted() {
      return "a whole number from 0 on";
    }
  };

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> choices;

  Setting(String description, String... choices) {
    this.description = description;
    this.choices = List.of(choices);
  }

  /** The name in files, {@code max-parallel}; that of the option is the same behind two dashes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable, {@code TREADLE_MAX_PARALLEL}. */
  public String variable() {
    return "TREADLE_" + name();
  }

  public String description() {
    return description;
  }

  /** The values that there are; empty when they cannot be listed. */
  public List<String> choices() {
    return choices;
  }

  /** The setting of a name in files. */
  public static Optional<Setting> of(String key) {
    return Stream.of(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** All names in files. */
  public static List<String> keys() {
    return Stream.of(values()).map(Setting::key).toList();
  }

  /** What is wrong with a value; empty when it may be set. */
  public Optional<String> fault(String value) {
    return !value.isBlank() && fits(value)
        ? Optional.empty()
        : Optional.of("'" + value + "' is no value of " + key() + ": give " + wanted());
  }

  boolean fits(String value) {
    return choices.isEmpty() || choices.contains(value);
  }

  String wanted() {
    return choices.isEmpty() ? "some text" : "one of " + String.join(", ", choices);
  }
}
