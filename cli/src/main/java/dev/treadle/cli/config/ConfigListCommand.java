package dev.treadle.cli.config;

import dev.treadle.cli.session.Session;
import dev.treadle.config.Setting;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    header = "List all settings with their values here.",
    footer = {"", "Examples:", "  treadle config list", "  treadle config list -o wide"})
final class ConfigListCommand implements Callable<Integer> {
  private final Session session;

  ConfigListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session
        .out()
        .list(
            EffectiveSetting.LISTING,
            Stream.of(Setting.values())
                .map(setting -> EffectiveSetting.of(session, setting))
                .toList(),
            null);
    return 0;
  }
}
