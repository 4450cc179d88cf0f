package dev.treadle.orchestrator.local;

import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentFactory;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.StackComponent;

/** Makes the orchestrator of flavor {@code local}. */
public final class LocalOrchestratorFactory implements ComponentFactory<LocalOrchestratorSettings> {

  @Override
  public ComponentKind kind() {
    return ComponentKind.ORCHESTRATOR;
  }

  @Override
  public String flavor() {
    return LocalOrchestrator.FLAVOR;
  }

  @Override
  public boolean embedded() {
    return true;
  }

  @Override
  public Class<LocalOrchestratorSettings> settings() {
    return LocalOrchestratorSettings.class;
  }

  @Override
  public StackComponent create(LocalOrchestratorSettings settings, ComponentContext context) {
    return new LocalOrchestrator(context.name(), settings);
  }
}
