package dev.treadle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.treadle.error.TreadleException;
import dev.treadle.log.StepLoggerProvider;
import dev.treadle.spi.ListMaterializer;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Materializer} must do. Extend it once for each kind of value:
 *
 * <pre>{@code
 * class DurationsTest extends MaterializerContract<Duration> {
 *   @Override protected Materializer<Duration> materializer() { return new DurationMaterializer(); }
 *   @Override protected Type type() { return Duration.class; }
 *   @Override protected List<Duration> samples() { return List.of(Duration.ZERO, Duration.ofDays(1)); }
 * }
 * }</pre>
 *
 * <p>A truncated file must give an exception. A flipped bit may go unnoticed here, as digests are checked before {@code
 * read} is called; but it must not give an error of the virtual machine.
 *
 * @param <T> the type of values
 * @since 0.1
 */
public abstract class MaterializerContract<T> {
  static {
    StepLoggerProvider.useWhenAlone(MaterializerContract.class.getClassLoader());
  }

  private static final int THREADS = 8;
  private static final int MAX_CUTS = 2_000;

  @TempDir
  Path folder;

  /** The materializer under test; the same or another instance for each call. */
  protected abstract Materializer<? super T> materializer();

  /** The declared type of the samples, with its arguments. */
  protected abstract Type type();

  /** At least one value; small, empty and odd ones find most. The first one is cut and damaged. */
  protected abstract List<T> samples();

  /** Finds the materializers of nested values; only needed by those that nest. */
  protected Materializer<?> nested(Type type) {
    throw new IllegalStateException("Override nested(Type) to store values of " + type);
  }

  /** Compares what was written and read; override where {@code equals} does not compare contents. */
  protected void assertSame(T expected, Object actual) {
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  final void readsAnEqualValueOfItsOwn() throws IOException {
    for (var sample : samples()) {
      var artifact = written(sample);

      assertSame(sample, read(artifact));
      assertSame(sample, read(artifact));
      if (!materializer().immutable(type())) {
        assertThat(read(artifact)).isNotSameAs(sample).isNotSameAs(read(artifact));
      }
    }
  }

  @Test
  final void writesTheSameBytesForTheSameValue() throws IOException {
    for (var sample : samples()) {
      var artifact = written(sample);

      assertThat(written(sample).sameAs(artifact)).isTrue();
      assertThat(artifact.names()).isNotEmpty();
    }
  }

  @Test
  final void writesWhatItReadAsTheSameBytes() throws IOException {
    for (var sample : samples()) {
      var artifact = written(sample);

      @SuppressWarnings("unchecked")
      var again = written((T) read(artifact));
      assertThat(again.sameAs(artifact)).isTrue();
    }
  }

  @Test
  final void noticesEveryTruncation() throws IOException {
    var sample = samples().get(0);
    var artifact = written(sample);
    for (var name : artifact.names()) {
      var bytes = artifact.bytes(name);
      int stride = Math.max(1, bytes.length / MAX_CUTS);
      for (int length = 0; length < bytes.length; length += stride) {
        var cut = artifact.with(name, Arrays.copyOf(bytes, length));
        assertFailsOrIsSame(
            sample,
            cut,
            "%s cut to %d bytes, for which read must throw an IOException".formatted(name, length));
      }
    }
  }

  /** Documents and plain bytes have no structure, so a shorter one is another value: digests must find it. */
  protected boolean everyPrefixIsAValue() {
    return false;
  }

  private void assertFailsOrIsSame(T sample, MemoryArtifact cut, String what) {
    Object found;
    try {
      found = read(cut);
    } catch (IOException | TreadleException expected) {
      return;
    }
    if (!everyPrefixIsAValue()) {
      // A trailing line break, say, may be missing without harm.
      assertThatCode(() -> assertSame(sample, found)).as(what).doesNotThrowAnyException();
    }
  }

  @Test
  final void survivesFlippedBits() throws IOException {
    var artifact = written(samples().get(0));
    for (var name : artifact.names()) {
      var bytes = artifact.bytes(name);
      int stride = Math.max(1, bytes.length / MAX_CUTS);
      for (int i = 0; i < bytes.length; i += stride) {
        for (int bit : new int[] {0, 6, 7}) {
          var flipped = bytes.clone();
          flipped[i] ^= (byte) (1 << bit);
          assertThatCode(() -> {
                try {
                  read(artifact.with(name, flipped));
                } catch (IOException | TreadleException e) {
                  assertThat(e.getMessage()).isNotBlank();
                }
              })
              .as(
                  "bit %d of byte %d of %s flipped, for which read must give a value or throw an IOException",
                  bit, i, name)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  final void worksInManyThreads() throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    var one = materializer();
    try {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < THREADS * 4; i++) {
        tasks.add(() -> {
          for (var sample : samples()) {
            var artifact = artifact();
            one.write(sample, type(), artifact);
            assertSame(sample, one.read(type(), artifact));
          }
          return true;
        });
      }
      for (var done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  final void saysTheSameOfEqualValues() throws IOException {
    for (var sample : samples()) {
      var first = described(sample);
      var second = described(sample);

      assertThat(first.facts()).isEqualTo(second.facts());
      assertThat(first.facts().keySet()).allMatch(key -> key.matches("[a-z][a-z0-9-]*"));
      assertThat(first.summary()).isEqualTo(second.summary()).doesNotContain("\n");
      assertThat(first.previewBytes()).isLessThanOrEqualTo(256 << 10);
    }
  }

  @Test
  final void introducesItself() {
    var materializer = materializer();

    assertThat(materializer.id()).matches("[a-z][a-z0-9-]*");
    assertThat(materializer.formatVersion()).isPositive();
    assertThat(materializer.handles(type())).isTrue();
    assertThat(materializer.mediaType(type())).matches("[a-z]+/[a-z0-9.+-]+");
  }

  @Test
  final void readsSingleItemsOfAList() throws IOException {
    if (!(materializer() instanceof ListMaterializer<? super T> lists)) {
      return;
    }
    for (var sample : samples()) {
      var artifact = written(sample);
      var expected = new ArrayList<Object>((Collection<?>) sample);

      assertThat(lists.count(artifact)).isEqualTo(expected.size());
      var items = new ArrayList<Object>();
      for (int i = 0; i < expected.size(); i++) {
        items.add(lists.loadItem(type(), artifact, i));
      }
      @SuppressWarnings("unchecked")
      var collected = (T) items;
      assertSame(sample, collected);
      assertThatCode(() -> lists.loadItem(type(), artifact, expected.size()))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  /** The value as the materializer under test writes it. */
  protected final MemoryArtifact written(T value) throws IOException {
    var artifact = artifact();
    materializer().write(value, type(), artifact);
    return artifact;
  }

  private RecordedDescription described(T value) throws IOException {
    var description = new RecordedDescription();
    materializer().describe(value, type(), description);
    return description;
  }

  private Object read(MemoryArtifact artifact) throws IOException {
    return materializer().read(type(), artifact);
  }

  private MemoryArtifact artifact() {
    return new MemoryArtifact(this::nested, folder, materializer().formatVersion());
  }
}
