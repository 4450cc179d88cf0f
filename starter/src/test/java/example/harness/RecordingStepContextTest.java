package example.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.testing.RecordingStepContext;
import dev.treadle.testing.RecordingStepContext.Metric;
import example.harness.OrderSteps.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class RecordingStepContextTest {
  private final RecordingStepContext context = new RecordingStepContext();

  @Test
  void keepsWhatAStepSays() {
    assertThat(OrderSteps.sum(context, List.of(new Order(1, 2)))).isEqualTo(2);
    context.tag("kind", "trial");
    context.output("result").metadata("unit", "EUR");
    context.artifacts().save("copy", "text");

    assertThat(context.metadata()).isEqualTo(Map.of("orders", 1));
    assertThat(context.metrics()).containsExactly(new Metric("sum", -1, 2));
    assertThat(context.tags()).isEqualTo(Map.of("kind", "trial"));
    assertThat(context.outputMetadata("result")).isEqualTo(Map.of("unit", "EUR"));
    assertThat(context.savedArtifacts()).isEqualTo(Map.of("copy", "text"));
  }

  @Test
  void answersWithWhatTheTestGave() throws IOException {
    String loaded = context.withArtifact("name@7", "text").artifacts().load("name@7", String.class);
    assertThat(loaded).isEqualTo("text");
    assertThat(context.random().nextInt())
        .isEqualTo(new RecordingStepContext().random().nextInt());
    assertThat(Files.isDirectory(context.outputDirectory())).isTrue();
    Files.delete(context.outputDirectory());
    context.checkCancelled();
    context.cancel();
    assertThatThrownBy(context::checkCancelled).isInstanceOf(CancellationException.class);
  }
}
