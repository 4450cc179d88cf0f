package dev.treadle.run.plan;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.id.TimeOrderedIds;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.StoredValues;
import dev.treadle.run.value.ValueStore;
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
    Clock clock) {

  /** Values of the project, and of the plan itself. */
  ValueStore values() {
    return new PlanValues(new StoredValues(artifacts), new StoredValues(scratch));
  }

  /** External data as they are, without a record of having been read. */
  ExternalData external() {
    return new ExternalData(store, new ForgetfulStore(queries), clock, new TimeOrderedIds(clock));
  }
}
