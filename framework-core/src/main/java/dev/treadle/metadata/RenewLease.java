package dev.treadle.metadata;

import java.time.Duration;
import java.util.UUID;

/**
 * Says that whoever submits this still leads the run, because it started or took over the run with the same store. Refused
 * with RUN-231 when somebody else has taken it over since.
 *
 * @param length how long from now on; zero gives the lease up, and others may take the run over at once
 */
public record RenewLease(UUID run, Duration length) implements UnitOfWork<Lease> {}
