package dev.treadle.cli.config;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    header = "Print the value of a setting.",
    footer = {"", "Example:", "  treadle config show store"})
final class ConfigShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  SettingArgument named = new SettingArgument();

  ConfigShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    EffectiveSetting setting = named.effective(session);
    session
        .out()
        .document(
            "Setting",
            setting.fields(),
            setting.used().value(),
            look -> List.of(look.line(Text.of(setting.used().value()))));
    return 0;
  }
}
