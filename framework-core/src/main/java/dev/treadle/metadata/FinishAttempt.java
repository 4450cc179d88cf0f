package dev.treadle.metadata;

import java.util.UUID;

/**
 * Commits an attempt that has ended when another follows, so that it is known even if the process is lost before the step ends.
 * The last attempt comes with {@link FinishStep}.
 */
public record FinishAttempt(UUID stepRun, UUID run, AttemptRecord attempt)
    implements UnitOfWork<Void> {}
