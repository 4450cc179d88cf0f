package dev.treadle.metadata;

import java.time.Duration;
import java.util.UUID;

/**
 * Makes a process the one that executes an attempt, which {@link StartStep} must have begun; gives the fence under which it may
 * record the attempt's end ({@link UnderClaim}). Good for that length, by the database's clock, and renewed by
 * {@link RenewClaim}. When a claim has run out, another process may take the attempt under a higher fence.
 *
 * <p>Refused with RUN-231 when the attempt is not the step's latest, has ended or is held by another; with RUN-203 when its run is to be
 * cancelled.
 *
 * @param attempt from 1
 * @param length usually {@link Lease#LENGTH}
 * @param owner names the process: a pod's UID, a host with a process id
 */
public record ClaimAttempt(UUID run, UUID stepRun, int attempt, Duration length, String owner)
    implements UnitOfWork<Long> {}
