package dev.treadle.lineage;

import java.util.Set;
import java.util.UUID;

/**
 * What was reached, by id and without details.
 *
 * @param truncated whether there is more beyond the depth asked for
 */
record Reach(Set<UUID> versions, Set<UUID> stepRuns, boolean truncated) {}
