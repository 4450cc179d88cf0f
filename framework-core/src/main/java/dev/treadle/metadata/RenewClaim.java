package dev.treadle.metadata;

import java.time.Duration;
import java.util.UUID;

/**
 * Says that the process which holds a claim is still at work, and hears whether somebody wants the run cancelled. Refused with RUN-231
 * when it does not hold the claim any more.
 */
public record RenewClaim(UUID run, UUID stepRun, long fence, Duration length)
    implements UnitOfWork<Lease> {}
