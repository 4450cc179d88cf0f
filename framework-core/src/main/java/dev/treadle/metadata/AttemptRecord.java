package dev.treadle.metadata;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step.
 *
 * @param number from 1
 * @param logPath the log's path in the artifact store, null when nothing was logged
 * @param logBytes its size
 */
public record AttemptRecord(
    int number,
    AttemptStatus status,
    Instant startedAt,
    Instant endedAt,
    @Nullable Failure failure,
    @Nullable String logPath,
    long logBytes) {}
