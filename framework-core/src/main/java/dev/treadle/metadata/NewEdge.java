package dev.treadle.metadata;

import dev.treadle.api.run.EdgeRole;
import java.util.UUID;

/**
 * An edge between the step run of the unit and an existing version (one committed before, or queued before).
 *
 * @param name the parameter's or output's name
 */
public record NewEdge(UUID version, EdgeRole role, String name) {}
