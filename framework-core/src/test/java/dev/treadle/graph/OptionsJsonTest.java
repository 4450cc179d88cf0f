package dev.treadle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsJsonTest {

  @Test
  void readsOptionsAsTheyWereWritten() {
    Retry retry = Retry.times(4)
        .withDelay(Duration.ofSeconds(2))
        .withFactor(1.5)
        .withMaxDelay(Duration.ofSeconds(30))
        .withJitter(0.2)
        .on(IOException.class, IllegalStateException.class)
        .abortOn(Error.class);
    StepOptions options = new StepOptions(
        retry,
        Duration.ofMinutes(3),
        Caching.OFF,
        Isolation.PROCESS,
        List.of("x.Listener"),
        Resources.cpus(2),
        Map.of("team", "a"));
    var tree = JsonNodeFactory.instance.objectNode();

    OptionsJson.write(options, tree);

    assertThat(OptionsJson.options(tree)).isEqualTo(options);
  }

  @Test
  void leavesOutWhatIsNotSaid() {
    StepOptions options =
        new StepOptions(Retry.times(3), null, null, null, List.of(), Resources.NONE, Map.of());
    var tree = JsonNodeFactory.instance.objectNode();

    OptionsJson.write(options, tree);

    assertThat(tree.toString()).isEqualTo("{\"retry\":{\"times\":3}}");
    assertThat(OptionsJson.options(tree)).isEqualTo(options);
  }

  @Test
  void readsSettingsAsTheyWereWritten() {
    RunSettings settings = new RunSettings(Duration.ofHours(2), true, List.of("x.A", "x.B"));
    var tree = JsonNodeFactory.instance.objectNode();

    OptionsJson.write(settings, tree);

    assertThat(OptionsJson.settings(tree)).isEqualTo(settings);
    assertThat(OptionsJson.settings(JsonNodeFactory.instance.objectNode()))
        .isEqualTo(RunSettings.NONE);
  }
}
