package dev.treadle.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void greetsWhoIsNamed() {
    assertThat(Hello.greet("Ana")).isEqualTo("Hello Ana");
  }

  @Test
  void runsOnlyWhatANameChanges() {
    var first = harness.run(new Hello());
    var same = harness.run(new Hello());
    var other = harness.run(new Hello(), "name=Ana");

    assertThat(first).succeeded().ran("greet", "count");
    assertThat(first.output("count", Integer.class)).isEqualTo(11);
    assertThat(same).succeeded().cached("greet", "count");
    assertThat(other).succeeded().ran("greet", "count");
    other.step("greet").because("param name: \"world\" → \"Ana\"");
  }
}
