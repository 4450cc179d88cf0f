package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes no more writes: what was acknowledged stays, and nothing is acknowledged that does not. */
@Timeout(120)
final class FailingDiskTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir
  Path folder;

  @BeforeEach
  void install() {
    FaultyFiles.install();
  }

  @AfterEach
  void mend() {
    FaultyFiles.mend();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55})
  void keepsWhatItAcknowledged(long successes) {
    List<UUID> acknowledged = new ArrayList<>();
    List<TreadleException> refusals = new ArrayList<>();
    try (MetadataStore store = HibernateMetadataStore.open(folder, CLOCK)) {
      acknowledged.addAll(write(store, 3, refusals));
      assertThat(refusals).isEmpty();
      FaultyFiles.failAfter(successes);
      acknowledged.addAll(write(store, 40, refusals));
    }

    assertThat(acknowledged).hasSizeLessThan(43);
    assertThat(refusals.get(0).code()).isEqualTo(CoreProblem.STORE_IO);
    assertThat(refusals.get(0)).hasMessageContaining("No space left on device");
    assertThat(refusals.subList(1, refusals.size()))
        .extracting(TreadleException::code)
        .containsOnly(CoreProblem.STORE_POISONED);
    FaultyFiles.mend();
    try (MetadataStore store = HibernateMetadataStore.open(folder, CLOCK)) {
      assertThat(store.queries().runs(RunFilter.newest(100)))
          .extracting(PipelineRun::id)
          .containsAll(acknowledged);
      assertThat(write(store, 1, refusals)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5, 20, 60, 100})
  void aStoreThatCouldNotBeMadeIsMadeTheNextTime(long successes) {
    FaultyFiles.failAfter(successes);
    assertThatThrownBy(() -> HibernateMetadataStore.open(folder, CLOCK))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.STORE_IO));
    FaultyFiles.mend();

    List<TreadleException> refusals = new ArrayList<>();
    try (MetadataStore store = HibernateMetadataStore.open(folder, CLOCK)) {
      assertThat(write(store, 1, refusals)).hasSize(1);
    }
  }

  private static List<UUID> write(MetadataStore store, int runs, List<TreadleException> refusals) {
    List<UUID> acknowledged = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      UUID run = UUID.randomUUID();
      try {
        store.submit(ChildWriter.startRun(run)).join();
        acknowledged.add(run);
      } catch (CompletionException e) {
        refusals.add((TreadleException) e.getCause());
      }
    }
    return acknowledged;
  }
}
