package dev.treadle.metadata;

import java.time.Instant;
import java.util.UUID;

/**
 * Says that an attempt of a step has begun. Nobody waits for it: when the step's {@link FinishStep} reaches the writer in the
 * same group, only that is written.
 *
 * @param attempt from 1
 */
public record StartStep(UUID stepRun, UUID run, String step, int mapIndex, int attempt, Instant at)
    implements UnitOfWork<Void> {}
