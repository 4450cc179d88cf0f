package dev.treadle.orchestrator.local;

import dev.treadle.spi.Orchestrator;
import dev.treadle.testing.OrchestratorContract;

final class LocalOrchestratorTest extends OrchestratorContract {

  @Override
  protected Orchestrator open() {
    return new LocalOrchestrator("local", new LocalOrchestratorSettings(4, null));
  }
}
