package dev.treadle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.diff.Difference;
import dev.treadle.json.Json;
import dev.treadle.spi.ArtifactDiffer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArtifactDiffer} must do. Extend it once for each kind of value:
 *
 * <pre>{@code
 * class ForestsTest extends ArtifactDifferContract<Forest> {
 *   @Override protected ArtifactDiffer<Forest> differ() { return new ForestDiffer(); }
 *   @Override protected Type type() { return Forest.class; }
 *   @Override protected List<Forest> samples() { return List.of(new Forest(3), new Forest(4)); }
 * }
 * }</pre>
 *
 * @param <T> the type of values
 * @since 0.1
 */
public abstract class ArtifactDifferContract<T> {
  private static final int THREADS = 8;
  private static final int LARGEST = 256 << 10;

  /** A differ with that contract. */
  protected ArtifactDifferContract() {}

  /** The differ under test; the same or another instance for each call. */
  protected abstract ArtifactDiffer<? super T> differ();

  /** The declared type of the samples, with its arguments. */
  protected abstract Type type();

  /** At least two values, no two of them equal, made anew by each call; empty, huge and odd ones find most. */
  protected abstract List<T> samples();

  @Test
  void handlesItsType() {
    assertThat(differ().handles(type())).isTrue();
  }

  @Test
  void findsNothingBetweenEqualValues() throws IOException {
    var some = samples();
    var equal = samples();

    for (int i = 0; i < some.size(); i++) {
      var difference = differ().diff(some.get(i), equal.get(i));
      assertThat(difference.isEmpty()).as("%s", difference).isTrue();
    }
  }

  @Test
  void findsSomethingBetweenValuesThatAreNotEqualWhicheverIsTheBase() throws IOException {
    var samples = samples();
    assertThat(samples).hasSizeGreaterThan(1);

    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < samples.size(); j++) {
        if (i != j) {
          var difference = differ().diff(samples.get(i), samples.get(j));
          assertThat(difference.isEmpty()).as("%d and %d: %s", i, j, difference).isFalse();
          assertThat(difference.summary()).isNotBlank().doesNotContain("\n");
        }
      }
    }
  }

  @Test
  void changesNeitherValue() throws IOException {
    var samples = samples();
    var untouched = samples();

    differ().diff(samples.get(0), samples.get(1));

    for (int i = 0; i < 2; i++) {
      var difference = differ().diff(untouched.get(i), samples.get(i));
      assertThat(difference.isEmpty()).as("%s", difference).isTrue();
    }
  }

  @Test
  void givesAnEqualResultToEachThread() throws Exception {
    var differ = differ();
    var samples = samples();
    var expected = differ.diff(samples.get(0), samples.get(1));
    Callable<Difference> task = () -> differ.diff(samples.get(0), samples.get(1));
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (var result : pool.invokeAll(Collections.nCopies(4 * THREADS, task))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void givesASmallResultThatReadsBackFromJson() throws IOException {
    var samples = samples();
    for (int i = 1; i < samples.size(); i++) {
      var difference = differ().diff(samples.get(0), samples.get(i));
      byte[] json = Json.write(difference, Difference.class);

      assertThat(json.length).isLessThan(LARGEST);
      assertThat(Json.read(json, Difference.class)).isEqualTo(difference);
    }
  }
}
