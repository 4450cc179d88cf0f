package dev.treadle.orchestrator.local;

import dev.treadle.spi.Capability;
import dev.treadle.spi.ExecutionPlan;
import dev.treadle.spi.Orchestrator;
import java.util.EnumSet;
import java.util.Set;

/**
 * Runs attempts in a bounded pool of threads of this process, one pool a run, or in processes of their own, each watched by one of
 * these threads. Requested resources are taken as a wish: the attempt runs with what the machine has, but a process gets a heap of the
 * memory asked for.
 */
public final class LocalOrchestrator implements Orchestrator {
  static final String FLAVOR = "local";

  private final String name;
  private final LocalOrchestratorSettings settings;

  LocalOrchestrator(String name, LocalOrchestratorSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String flavor() {
    return FLAVOR;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.RUNTIME_MAPS,
        Capability.CONDITIONS,
        Capability.RESOURCE_REQUESTS,
        Capability.PROCESSES);
  }

  @Override
  public Execution open(ExecutionPlan plan) {
    int places = plan.maxParallel() > 0 ? plan.maxParallel() : settings.places();
    return new ThreadPoolExecution(plan.graph().pipeline(), places, settings.usualIsolation());
  }

  @Override
  public void close() {}
}
