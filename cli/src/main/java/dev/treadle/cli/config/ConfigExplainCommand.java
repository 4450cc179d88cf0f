package dev.treadle.cli.config;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.config.Setting;
import dev.treadle.config.SettingValue;
import dev.treadle.config.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "explain",
    header = "Say where the value of a setting comes from, and what it overrides.",
    footer = {
      "",
      "Examples:",
      "  treadle config explain store",
      "  treadle config explain output -o json"
    })
final class ConfigExplainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  SettingArgument named = new SettingArgument();

  ConfigExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    EffectiveSetting setting = named.effective(session);
    session
        .out()
        .document(
            "Setting", setting.fields(), setting.setting().key(), look -> lines(setting, look));
    return 0;
  }

  private List<String> lines(EffectiveSetting effective, Look look) {
    Setting setting = effective.setting();
    Page page = new Page(look);
    page.text(
        Text.of(setting.key(), Style.BOLD),
        Text.of(" = " + shown(effective.used()) + "   from " + effective.used().from()));
    effective
        .overridden()
        .forEach(value -> page.fact("over", shown(value) + "   from " + value.from()));
    page.fact("means", setting.description());
    page.fact("choices", String.join(", ", setting.choices()));
    page.fact(
        "set by",
        "--" + setting.key() + " · " + setting.variable() + " · " + setting.key() + ": in "
            + Settings.PROJECT_FILE + " or " + session.userFile());
    return page.lines();
  }

  private static String shown(SettingValue value) {
    return value.value().isEmpty() ? "–" : value.value();
  }
}
