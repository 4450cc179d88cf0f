package dev.treadle.torture;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.RunEnded;
import dev.treadle.api.run.RunEvent.RunStarted;
import dev.treadle.api.run.RunEvent.StepEnded;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataQueries;
import java.util.function.Consumer;

/** Hands on as facts what a run tells: from then on nobody may lose it. */
final class Acknowledgements implements RunListener {
  private final MetadataQueries queries;
  private final Consumer<String> facts;

  Acknowledgements(MetadataQueries queries, Consumer<String> facts) {
    this.queries = queries;
    this.facts = facts;
  }

  @Override
  public void on(RunEvent event) {
    try {
      if (event instanceof RunStarted started) {
        facts.accept(Facts.run(started.run(), started.number()));
      } else if (event instanceof StepEnded ended) {
        queries.steps(ended.run()).stream()
            .filter(step -> isOf(step, ended))
            .forEach(step -> Facts.ofStep(queries, step).forEach(facts));
      } else if (event instanceof RunEnded ended && ended.status() == RunStatus.COMPLETED) {
        facts.accept(Facts.completed(ended.run()));
      }
    } catch (TreadleException e) {
      // The store has failed meanwhile, so that it cannot be asked; then there is one fact less.
    }
  }

  private static boolean isOf(StepRun step, StepEnded ended) {
    return step.step().equals(ended.step()) && step.mapIndex() == ended.mapIndex();
  }
}
