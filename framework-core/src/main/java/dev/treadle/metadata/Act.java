package dev.treadle.metadata;

import java.time.Instant;

/** Who changed something, and when. */
public record Act(String by, Instant at) {}
