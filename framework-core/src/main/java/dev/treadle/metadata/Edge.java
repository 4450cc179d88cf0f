package dev.treadle.metadata;

import dev.treadle.api.run.EdgeRole;
import java.util.UUID;

/** An edge between a step run and an artifact version. */
public record Edge(UUID stepRun, UUID version, EdgeRole role, String name) {}
