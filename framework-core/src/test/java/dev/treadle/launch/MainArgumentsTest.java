package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.TreadleException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainArgumentsTest {

  @Test
  void readsAllOptions() {
    MainArguments arguments = MainArguments.parse(
        "-p",
        "depth=4",
        "--param=name=a=b",
        "--no-cache",
        "train",
        "evaluate",
        "--seed",
        "-3",
        "--max-parallel=2",
        "--timeout",
        "90s",
        "--tag",
        "team=risk",
        "--dry-run");
    LaunchRequest request = arguments.request(String.class);

    assertThat(arguments.isDryRun()).isTrue();
    assertThat(request.pipelineClass()).isEqualTo("java.lang.String");
    assertThat(request.params()).isEqualTo(Map.of("depth", "4", "name", "a=b"));
    assertThat(request.noCache()).containsExactly("train", "evaluate");
    assertThat(request.seed()).isEqualTo(-3);
    assertThat(request.maxParallel()).isEqualTo(2);
    assertThat(request.timeoutMs()).isEqualTo(90_000);
    assertThat(request.tags()).isEqualTo(Map.of("team", "risk"));
  }

  @Test
  void usesTheCacheUnlessToldNotTo() {
    assertThat(MainArguments.parse().request(String.class).noCache()).isNull();
    assertThat(MainArguments.parse("--no-cache", "--seed", "1")
            .request(String.class)
            .noCache())
        .isEmpty();
  }

  @Test
  void tellsAllThatIsWrong() {
    assertThatThrownBy(() ->
            MainArguments.parse("-p", "x", "--seed", "two", "--timeout=2", "--depth", "--tag"))
        .isInstanceOf(TreadleException.class)
        .hasMessageStartingWith("""
            -p needs KEY=VALUE, got 'x'
            --seed needs a whole number, got 'two'
            --timeout needs a time such as 90s, 5m, 2h, got '2'
            unknown option '--depth'
            --tag needs a value
            """.stripTrailing())
        .hasMessageContaining("--no-cache [STEP…]");
  }
}
