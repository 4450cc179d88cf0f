package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.StepSelection;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchRequestTest {
  @TempDir
  Path directory;

  @Test
  void isTakenOnceFromItsFile() {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("z", "\u001b é \"");
    params.put("a", "");
    LaunchRequest request = new LaunchRequest(
        "/s p",
        "/p",
        "a.B$C",
        params,
        null,
        List.of("train"),
        4,
        null,
        90_000L,
        OnFailure.KEEP_GOING,
        Map.of("team", "risk"),
        StepSelection.ALL.startingAt("train").takingFrom(36L),
        true,
        false,
        new LaunchRequest.Previous(new UUID(1, 2), true),
        new EventEndpoint(7, "secret"));
    Path file = directory.resolve("request.json");

    request.write(file);

    assertThat(LaunchRequest.take(file)).isEqualTo(request);
    assertThat(LaunchRequest.take(rewritten(request, file)).params().keySet())
        .containsExactly("z", "a");
    assertThat(Files.exists(file)).isFalse();
    assertThat(request.toString()).doesNotContain("secret");
  }

  @Test
  void carriesAProblemWithACodeThatTheReaderDoesNotKnow() {
    LaunchError error =
        LaunchError.of(new TreadleException(CoreProblem.STORE_LOCKED, "Held by process 7"));

    assertThat(LaunchError.read(error.toJson())).contains(error);
    assertThat(error.exitCode()).isEqualTo(6);
    assertThat(LaunchError.of(new IllegalStateException("x")).code()).isEqualTo("BUG-000");
    assertThat(LaunchError.read("{\"kind\":\"RunEnded\"}")).isEmpty();
    assertThat(LaunchError.read("no json")).isEmpty();
  }

  private static Path rewritten(LaunchRequest request, Path file) {
    request.write(file);
    return file;
  }
}
