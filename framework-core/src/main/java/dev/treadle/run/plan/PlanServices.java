package dev.treadle.run.plan;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.Orchestrator;
import java.time.Clock;

/**
 * What a plan is made from.
 *
 * @param queries what earlier runs recorded
 * @param orchestrator that which would run it
 * @param store where external data are read
 * @param artifacts what earlier runs stored
 * @param scratch keeps what the plan has to store
 */
public record PlanServices(
    MetadataQueries queries,
    Orchestrator orchestrator,
    ArtifactStore store,
    ArtifactService artifacts,
    ArtifactService scratch,
    MaterializerSelection materializers,
    Clock clock) {}
