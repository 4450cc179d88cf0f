package dev.treadle.partial;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.graph.GraphJson;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.CacheEntry.CachedOutput;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.partial.Origin.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads from one run the results of steps, and notes what it does not have as it is needed now. */
final class StoredResults {
  private final CompiledPipeline pipeline;
  private final MetadataQueries queries;
  private final PipelineRun run;
  private final Map<Place, CacheEntry> results = new HashMap<>();
  private final Set<Place> skipped = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private StoredResults(CompiledPipeline pipeline, MetadataQueries queries, PipelineRun run) {
    this.pipeline = pipeline;
    this.queries = queries;
    this.run = run;
  }

  static StoredResults of(
      CompiledPipeline pipeline, MetadataQueries queries, PipelineRun run, List<Need> needs) {
    StoredResults stored = new StoredResults(pipeline, queries, run);
    Map<String, List<StepRun>> steps =
        queries.steps(run.id()).stream().collect(Collectors.groupingBy(StepRun::step));
    List<UUID> ids = needs.stream()
        .flatMap(need -> steps.getOrDefault(need.step().name(), List.of()).stream())
        .map(StepRun::id)
        .toList();
    Map<UUID, List<CachedOutput>> outputs = queries.outputs(ids);
    Map<UUID, UUID> computedBy = queries.computedBy(ids);
    for (Need need : needs) {
      List<StepRun> found = steps.getOrDefault(need.step().name(), List.of());
      if (found.isEmpty() && need.step().scope().map().isEmpty()) {
        stored.problems.add("it has no step " + need.text());
      }
      for (StepRun step : found) {
        stored.add(need, step, outputs.getOrDefault(step.id(), List.of()), computedBy);
      }
    }
    return stored;
  }

  /** What is missing or does not fit, one line each; empty when everything is there. */
  List<String> problems() {
    return problems;
  }

  Origin origin() {
    return new Origin(run.number(), results, skipped);
  }

  private void add(
      Need need, StepRun step, List<CachedOutput> outputs, Map<UUID, UUID> computedBy) {
    Place place = new Place(step.step(), step.mapIndex());
    if (step.status().hasOutputs()) {
      problems.addAll(misfits(need, outputs));
      results.put(
          place,
          new CacheEntry(
              "",
              computedBy.getOrDefault(step.id(), step.id()),
              step.cachedFrom() == null ? run.number() : step.cachedFrom(),
              step.summary(),
              outputs));
    } else if (step.status() == StepStatus.SKIPPED && wasForABranch(step)) {
      skipped.add(place);
    } else {
      problems.add("it has no result of " + need.text() + ", which is "
          + step.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " there");
    }
  }

  /** A partial run also skips what it was not to execute. */
  private boolean wasForABranch(StepRun step) {
    return run.selection().coversAll()
        || PartialPlan.of(GraphJson.read(queries.snapshot(run.id())), run.selection())
                .part(step.step())
            != Part.LEFT_OUT;
  }

  private List<String> misfits(Need need, List<CachedOutput> outputs) {
    List<String> misfits = new ArrayList<>();
    Map<String, CachedOutput> byName =
        outputs.stream().collect(Collectors.toMap(CachedOutput::output, output -> output));
    for (CompiledOutput wanted : pipeline.step(need.step().name()).orElseThrow().outputs()) {
      CachedOutput stored = byName.get(wanted.name());
      String type = wanted.type().getTypeName();
      if (stored == null) {
        misfits.add("it has no output '" + wanted.name() + "' of " + need.text());
      } else if (!stored.content().type().equals(type)
          || !stored.content().materializer().equals(wanted.materializer().id())) {
        misfits.add("it has " + need.text() + " as " + stored.content().type() + " ("
            + stored.content().materializer() + "), now wanted as " + type + " ("
            + wanted.materializer().id() + ")");
      }
    }
    return misfits;
  }
}
