package dev.treadle.testing;

import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.ValueChange;
import dev.treadle.api.diff.ValueDifference;
import dev.treadle.spi.ArtifactDiffer;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;

class ArtifactDifferContractTest extends ArtifactDifferContract<Duration> {

  @Override
  protected ArtifactDiffer<Duration> differ() {
    return new DurationDiffer();
  }

  @Override
  protected Type type() {
    return Duration.class;
  }

  @Override
  protected List<Duration> samples() {
    return List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofNanos(-1));
  }

  private static final class DurationDiffer implements ArtifactDiffer<Duration> {
    @Override
    public boolean handles(Type type) {
      return type == Duration.class;
    }

    @Override
    public Difference diff(Duration base, Duration other) {
      return base.equals(other)
          ? new ValueDifference(0, List.of())
          : new ValueDifference(
              1,
              List.of(new ValueChange(
                  "", ChangeKind.CHANGED, base.toString(), other.toString(), null, null)));
    }
  }
}
