package dev.treadle.metadata;

import java.util.UUID;

/** What is left of a deleted run to be told. */
public record DeletedRun(UUID id, long number, String pipeline, Act deleted) {}
