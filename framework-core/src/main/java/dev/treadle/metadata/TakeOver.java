package dev.treadle.metadata;

import java.util.UUID;

/**
 * Makes whoever submits this the leader of a run that nobody leads: its lease has run out, or it has failed or was cancelled. The
 * run is RUNNING again, its steps that did not run are open again; what its leader before records from now on is refused. Refused itself with RUN-232 when the run
 * goes on or has completed.
 */
public record TakeOver(UUID run) implements UnitOfWork<Void> {}
