package dev.treadle.run.attempt;

import dev.treadle.id.IdGenerator;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.ValueStore;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * What runs share.
 *
 * @param folders where temporary files of runs go
 * @param command how other processes are asked to execute attempts
 */
public record RunServices(
    MetadataStore metadata,
    ValueStore values,
    LogArchive logs,
    MaterializerSelection materializers,
    ExternalData external,
    RunFolders folders,
    StepCommand command,
    Clock clock,
    IdGenerator ids) {

  @Inject
  public RunServices {}
}
