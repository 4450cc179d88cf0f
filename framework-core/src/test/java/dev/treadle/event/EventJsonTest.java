package dev.treadle.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
  private static final UUID RUN = new UUID(1, 2);
  private static final Instant AT = Instant.parse("2026-11-23T21:40:11.042Z");

  private final EventJson json = new EventJson();

  static Stream<RunEvent> events() {
    return Stream.of(
        new RunEvent.RunStarted(
            RUN, AT, 42, "churn", List.of("a", "b"), "{\"x\":1}", "local", "3f9c", -17),
        new RunEvent.MapExpanded(RUN, AT, "grid", List.of("trial"), 24),
        new RunEvent.StepStarted(RUN, AT, "trial", 3, 2, "line\nbreak \u001b \"quoted\""),
        new RunEvent.StepProgress(RUN, AT, "a", -1, 5, Long.MAX_VALUE),
        new RunEvent.StepRetried(RUN, AT, "a", -1, 1, new Failure("x.E", "", "trace"), 250),
        new RunEvent.StepEnded(
            RUN, AT, "a", -1, StepStatus.CACHED, 0, "equal", 36L, "ünï", Map.of("auc", 0.5), null),
        new RunEvent.StepEnded(
            RUN,
            AT,
            "a",
            -1,
            StepStatus.FAILED,
            7,
            "",
            null,
            "",
            Map.of("n", Double.NaN),
            new Failure("x.E", "m", "t")),
        new RunEvent.ListenerFailed(RUN, AT, "x.Mail", "StepEnded", new Failure("x.E", "m", "t")),
        new RunEvent.RunEnded(
            RUN, AT, RunStatus.COMPLETED, 900, Map.of(StepStatus.CACHED, 1), null));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsBackWhatItWroteOnOneLine(RunEvent event) {
    String line = json.write(event);

    assertThat(line).doesNotContain("\n").startsWith("{\"apiVersion\":\"treadle/v1\",\"kind\":\"");
    assertThat(json.read(line)).contains(event);
  }

  @Test
  void writesTimesAsIsoAndKeepsItsForm() {
    assertThat(json.write(new RunEvent.MapExpanded(RUN, AT, "grid", List.of("t"), 2)))
        .isEqualTo("{\"apiVersion\":\"treadle/v1\",\"kind\":\"MapExpanded\","
            + "\"run\":\"00000000-0000-0001-0000-000000000002\",\"at\":\"2026-11-23T21:40:11.042Z\","
            + "\"map\":\"grid\",\"steps\":[\"t\"],\"items\":2}");
  }

  @Test
  void skipsWhatALaterVersionHasAdded() {
    String line = json.write(new RunEvent.MapExpanded(RUN, AT, "grid", List.of("t"), 2));

    assertThat(json.read(line.replace("\"items\":2", "\"items\":2,\"new\":{}"))).isPresent();
    assertThat(json.read("{\"apiVersion\":\"treadle/v1\",\"kind\":\"Later\"}")).isEmpty();
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> json.read("Hello"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Not a line of run events: Hello");
  }
}
