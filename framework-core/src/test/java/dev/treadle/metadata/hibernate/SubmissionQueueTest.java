package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.metadata.StartStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SubmissionQueueTest {
  private final SubmissionQueue queue = new SubmissionQueue();

  @Test
  void whatNobodyWaitsForIsWrittenAllTheSame() {
    Submission<?> patient = Submission.patient(unit());
    queue.put(patient);

    assertThat(queue.take()).isEqualTo(List.of(patient));
  }

  @Test
  void whatSomebodyWaitsForTakesAlongWhatWasQueuedBefore() {
    Submission<?> patient = Submission.patient(unit());
    Submission<?> hurried = Submission.hurried(unit());
    queue.put(patient);
    queue.put(hurried);

    assertThat(queue.take()).isEqualTo(List.of(patient, hurried));
  }

  @Test
  void aClosedQueueGivesWhatIsLeftAndThenNothing() {
    Submission<?> patient = Submission.patient(unit());
    queue.put(patient);
    queue.close();

    assertThat(queue.take()).isEqualTo(List.of(patient));
    assertThat(queue.take()).isEmpty();
    assertThat(queue.put(Submission.patient(unit()))).isFalse();
  }

  private static StartStep unit() {
    return new StartStep(UUID.randomUUID(), UUID.randomUUID(), "train", -1, 1, Instant.EPOCH);
  }
}
