package dev.treadle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void takesTheLaunchersFacts() {
    Properties facts = new Properties();
    facts.setProperty("treadle.terminal.stdout", "true");
    facts.setProperty("treadle.terminal.width", "132");
    facts.setProperty("treadle.terminal.height", "");
    facts.setProperty("treadle.terminal.charset", "UTF-8");

    assertThat(Terminal.from(facts)).isEqualTo(new Terminal(true, false, false, 132, 24, true));
    assertThat(Terminal.from(new Properties()))
        .isEqualTo(new Terminal(false, false, false, 80, 24, false));
  }

  @Test
  void honoursTheVariablesForColour() {
    assertThat(colours(ColourMode.AUTO, true, Map.of())).isTrue();
    assertThat(colours(ColourMode.AUTO, false, Map.of())).isFalse();
    assertThat(colours(ColourMode.AUTO, true, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(colours(ColourMode.AUTO, true, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(colours(ColourMode.AUTO, true, Map.of("CLICOLOR", "0"))).isFalse();
    assertThat(colours(ColourMode.AUTO, true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(colours(ColourMode.AUTO, false, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
    assertThat(colours(ColourMode.AUTO, false, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
        .isFalse();
    assertThat(colours(ColourMode.ALWAYS, false, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(colours(ColourMode.NEVER, true, Map.of("CLICOLOR_FORCE", "1"))).isFalse();
  }

  private static boolean colours(
      ColourMode mode, boolean terminal, Map<String, String> environment) {
    return Terminal.from(new Properties()).colours(mode, terminal, environment);
  }
}
