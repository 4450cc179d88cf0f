package dev.treadle.cli.config;

import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.config.Setting;
import dev.treadle.config.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A setting as it counts here.
 *
 * @param values what was said of it, the first counts; the default is the last
 */
record EffectiveSetting(Setting setting, List<SettingValue> values) {
  static final String DEFAULT = "default";

  static final Listing<EffectiveSetting> LISTING = new Listing<>(
      "Setting",
      List.of(
          new Column<>("KEY", (each, look) -> Text.of(each.setting.key(), Style.BOLD)),
          new Column<>("VALUE", (each, look) -> each.text(), Column.Room.CUT),
          new Column<>("FROM", (each, look) -> Text.of(each.used().from())),
          new Column<>(
              "MEANS", (each, look) -> Text.of(each.setting.description()), Column.Room.WIDE)),
      each -> each.setting.key(),
      EffectiveSetting::fields);

  static EffectiveSetting of(Session session, Setting setting) {
    List<SettingValue> values = new ArrayList<>();
    session
        .flag(setting)
        .ifPresent(
            flag -> values.add(new SettingValue(flag, "--" + setting.key(), session.directory())));
    values.addAll(session.settings().all(setting));
    String otherwise = switch (setting) {
      case STORE -> values.isEmpty() ? session.storeDirectory().toString() : ".treadle";
      case OUTPUT -> "table";
      case COLOR -> "auto";
      case MAX_PARALLEL -> "";
      case SEED -> "17";
      case JVM_ARGS, RETENTION_OLDER_THAN, RETENTION_KEEP_LAST -> "";
    };
    values.add(new SettingValue(otherwise, DEFAULT, session.directory()));
    return new EffectiveSetting(setting, List.copyOf(values));
  }

  SettingValue used() {
    return values.get(0);
  }

  /** What is set and does not count. */
  List<SettingValue> overridden() {
    return values.subList(1, values.size());
  }

  Text text() {
    return used().value().isEmpty() ? Text.NONE : Text.of(used().value());
  }

  Map<String, Object> fields() {
    return new Fields()
        .with("key", setting.key())
        .with("value", used().value().isEmpty() ? null : used().value())
        .with("from", used().from())
        .with("description", setting.description())
        .with("choices", setting.choices())
        .with("variable", setting.variable())
        .with(
            "overridden",
            overridden().stream()
                .map(value -> new Fields()
                    .with("value", value.value().isEmpty() ? null : value.value())
                    .with("from", value.from())
                    .map())
                .toList())
        .map();
  }
}
