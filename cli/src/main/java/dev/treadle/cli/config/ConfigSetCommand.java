package dev.treadle.cli.config;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.config.Setting;
import dev.treadle.config.Settings;
import dev.treadle.config.SettingsFile;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "set",
    header = "Set a value in the project's treadle.yaml, or for the user.",
    footer = {
      "",
      "Examples:",
      "  treadle config set max-parallel 2",
      "  treadle config set output wide --user"
    })
final class ConfigSetCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  SettingArgument named = new SettingArgument();

  @Parameters(index = "1", paramLabel = "VALUE")
  String value = "";

  @Option(names = "--user", description = "for all projects of this user")
  boolean user;

  ConfigSetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Setting setting = named.setting();
    SettingsFile file = new SettingsFile(user ? session.userFile() : projectFile());
    file.set(setting, value);
    session.say(setting.key() + " is " + value + " in " + file.path());
    EffectiveSetting now = EffectiveSetting.of(session, setting);
    if (!now.used().from().startsWith(file.path().toString())) {
      session.say("here it is " + now.used().value() + ", which " + now.used().from() + " says");
    }
    return 0;
  }

  private Path projectFile() {
    return session
        .project()
        .settings()
        .map(folder -> folder.resolve(Settings.PROJECT_FILE))
        .orElseThrow(() -> new TreadleException(
            CliProblem.NO_PROJECT,
            "There is no treadle.yaml in or above " + session.directory()
                + "\nfix: --user sets it for all projects; an empty treadle.yaml makes this folder one,"
                + " with its store beside it"));
  }
}
