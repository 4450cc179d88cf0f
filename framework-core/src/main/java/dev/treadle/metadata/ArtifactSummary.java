package dev.treadle.metadata;

import dev.treadle.api.run.ArtifactVersion;

/** An artifact with its newest version. */
public record ArtifactSummary(String name, long versions, ArtifactVersion newest) {}
