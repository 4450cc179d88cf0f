package dev.treadle.metadata;

import dev.treadle.api.run.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run. Its future completes when the run and everything submitted before it are durable.
 *
 * @param status a terminal one
 * @param error one line when it failed
 */
public record FinishRun(
    UUID run, RunStatus status, Instant at, @Nullable String error) implements UnitOfWork<Void> {}
