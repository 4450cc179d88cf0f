package dev.treadle.curation;

/**
 * What pruning did.
 *
 * @param versions how many versions it deleted; those that something held by then stayed
 */
public record Pruned(long versions, Swept swept) {}
