package dev.treadle.cli.config;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.session.Session;
import dev.treadle.config.Setting;
import dev.treadle.error.TreadleException;
import picocli.CommandLine.Parameters;

/** The setting that a command is about. */
final class SettingArgument {
  @Parameters(index = "0", paramLabel = "KEY", description = "treadle config list has them all")
  String key = "";

  /**
   * The setting of that name.
   *
   * @throws TreadleException CLI-800 with near names
   */
  Setting setting() {
    return Setting.of(key)
        .orElseThrow(() -> new TreadleException(
            CliProblem.USAGE,
            "There is no setting '" + key + "'" + DidYouMean.line(key, Setting.keys())
                + "\nsee: treadle config list"));
  }

  /** As it counts here. */
  EffectiveSetting effective(Session session) {
    return EffectiveSetting.of(session, setting());
  }
}
