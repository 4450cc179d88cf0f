package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.ClaimAttempt;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.HolderKind;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.RenewClaim;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.TakeOver;
import dev.treadle.metadata.UnderClaim;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.metadata.VersionContent;
import dev.treadle.metadata.VersionRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns units of work into rows and allots their numbers. A unit is checked before anything is allotted, so that one which is
 * refused leaves no gap.
 */
final class Stager {
  private static final String PROJECT = "default";

  private final Catalog catalog;
  private final Supplier<UUID> ids;
  private final ChangeStager changes;
  private final LeaseStager leases;
  private final ClaimStager claims;
  private final SweepStager sweeps;

  Stager(Catalog catalog, Lapses lapses, Supplier<UUID> ids) {
    this.catalog = catalog;
    this.ids = ids;
    this.leases = new LeaseStager(catalog, lapses);
    this.claims = new ClaimStager(catalog);
    this.changes = new ChangeStager(catalog, leases);
    this.sweeps = new SweepStager(catalog, lapses);
  }

  /** Gives the unit's result. */
  @Nullable
  Object stage(UnitOfWork<?> unit, Rows rows) {
    if (unit instanceof FinishStep finish) {
      String step = "step '" + finish.step() + "' cannot end";
      return finishStep(finish, openRun(finish.run(), step), rows);
    }
    if (unit instanceof StartStep start) {
      return startStep(start, rows);
    }
    if (unit instanceof FinishAttempt finish) {
      openRun(finish.run(), "attempt " + finish.attempt().number() + " is not recorded");
      return finishAttempt(finish, rows);
    }
    if (unit instanceof StartRun start) {
      return startRun(start, rows);
    }
    if (unit instanceof FinishRun finish) {
      return finishRun(finish, rows);
    }
    if (unit instanceof RegisterExternal external) {
      return registerExternal(external, rows);
    }
    if (unit instanceof ImportVersion imported) {
      return importVersion(imported, rows);
    }
    if (unit instanceof RenewLease renewal) {
      return leases.renew(renewal, rows);
    }
    if (unit instanceof ClaimAttempt claim) {
      return claims.claim(claim, rows);
    }
    if (unit instanceof RenewClaim renewal) {
      return claims.renew(renewal, rows);
    }
    if (unit instanceof UnderClaim<?> claimed) {
      return underClaim(claimed, rows);
    }
    if (unit instanceof Sweep<?> sweep) {
      return sweeps.stage(sweep, rows);
    }
    if (unit instanceof TakeOver takeOver) {
      leases.takeOver(takeOver, rows);
    } else {
      changes.stage((Change) unit, rows);
    }
    return null;
  }

  private Long startRun(StartRun unit, Rows rows) {
    Limits.check(unit);
    long at = unit.at().toEpochMilli();
    UUID project = project(at, rows);
    UUID pipeline = catalog.pipeline(unit.pipeline());
    if (pipeline == null) {
      pipeline = ids.get();
      rows.pipelines.add(new PipelineRow(pipeline, project, unit.pipeline(), at));
      catalog.addPipeline(unit.pipeline(), pipeline);
    }
    if (catalog.isNewSnapshot(unit.snapshotDigest())) {
      rows.snapshots.add(new SnapshotRow(unit.snapshotDigest(), unit.snapshotJson()));
    }
    if (catalog.isNewEnvironment(unit.environmentDigest())) {
      rows.environments.add(new EnvironmentRow(unit.environmentDigest(), unit.environmentJson()));
    }
    long number = catalog.nextRun();
    rows.runs.add(new RunRow(unit, project, pipeline, number));
    addTags(rows, unit.id(), HolderKind.RUN, unit.tags());
    unit.parameters().forEach(value -> rows.runParams.add(new RunParamRow(unit.id(), value)));
    leases.first(unit.id(), rows);
    catalog.addRun(unit.id());
    return number;
  }

  private @Nullable Object startStep(StartStep unit, Rows rows) {
    Limits.check(unit);
    OpenRun run = openRun(unit.run(), "step '" + unit.step() + "' cannot start");
    OpenRun.Unfinished before = run.unfinished(unit.stepRun());
    long seq = before == null ? catalog.nextStep() : before.seq();
    (before == null ? rows.newSteps : rows.changedSteps).add(new StepRunRow(unit, seq));
    run.record(unit.stepRun(), seq, StepStatus.RUNNING, unit.attempt());
    return null;
  }

  private @Nullable Object underClaim(UnderClaim<?> claimed, Rows rows) {
    if (claimed.unit() instanceof FinishStep finish) {
      OpenRun run = claims.end(finish.run(), finish.stepRun(), claimed.fence(), rows);
      return finishStep(finish, run, rows);
    }
    FinishAttempt finish = (FinishAttempt) claimed.unit();
    claims.end(finish.run(), finish.stepRun(), claimed.fence(), rows);
    return finishAttempt(finish, rows);
  }

  private @Nullable Object finishAttempt(FinishAttempt unit, Rows rows) {
    Limits.check(unit);
    UUID step = unit.stepRun();
    rows.forget(step);
    rows.attempts.add(new AttemptRow(step, unit.attempt()));
    addEdges(rows, step, unit.edges());
    addFacts(rows, step, HolderKind.STEP_RUN, unit.facts());
    addMetrics(rows, step, unit.metrics());
    addTags(rows, unit.run(), HolderKind.RUN, unit.runTags());
    return null;
  }

  private List<Long> finishStep(FinishStep unit, OpenRun run, Rows rows) {
    Limits.check(unit);
    UUID step = unit.stepRun();
    OpenRun.Unfinished before = run.unfinished(step);
    long seq = before == null ? catalog.nextStep() : before.seq();
    int attempts = unit.attempts().stream()
        .mapToInt(AttemptRecord::number)
        .max()
        .orElse(before == null ? 0 : before.attempts());
    (before == null ? rows.newSteps : rows.changedSteps).add(new StepRunRow(unit, seq, attempts));
    if (before != null && !keepsWhatWasSaid(unit)) {
      rows.forget(step);
    }
    run.record(step, seq, unit.status(), attempts);

    addEdges(rows, step, unit.edges());
    List<Long> numbers = new ArrayList<>(unit.outputs().size());
    unit.outputs().forEach(output -> numbers.add(addVersion(rows, unit, output)));
    unit.attempts().forEach(attempt -> rows.attempts.add(new AttemptRow(step, attempt)));
    if (unit.cacheKey() != null) {
      boolean reusable = unit.reusable() && unit.status() == StepStatus.COMPLETED;
      rows.cacheKeys.add(new CacheKeyRow(seq, unit.cacheKey(), reusable));
    }
    addFacts(rows, step, HolderKind.STEP_RUN, unit.facts());
    addMetrics(rows, step, unit.metrics());
    addTags(rows, step, HolderKind.STEP_RUN, unit.tags());
    addTags(rows, unit.run(), HolderKind.RUN, unit.runTags());
    return List.copyOf(numbers);
  }

  /** The attempt that failed last has said it by itself. */
  private static boolean keepsWhatWasSaid(FinishStep unit) {
    return unit.attempts().isEmpty()
        && (unit.status() == StepStatus.FAILED || unit.status() == StepStatus.CANCELLED);
  }

  private void addEdges(Rows rows, UUID step, List<NewEdge> edges) {
    edges.forEach(edge -> rows.edges.add(
        new EdgeRow(catalog.nextEdge(), step, edge.version(), edge.role(), edge.name())));
  }

  private @Nullable Object finishRun(FinishRun unit, Rows rows) {
    OpenRun run = openRun(unit.run(), "it cannot become " + unit.status());
    run.end(unit.status());
    rows.runEnds.add(new RunEndRow(unit, run.countsText()));
    return null;
  }

  private VersionRef registerExternal(RegisterExternal unit, Rows rows) {
    Limits.check(unit);
    long at = unit.at().toEpochMilli();
    KnownArtifact artifact = artifact(unit.artifact(), at, rows);
    UUID same = artifact.newestIf(unit.uri(), unit.pin());
    if (same != null) {
      return new VersionRef(same, unit.artifact(), artifact.last());
    }
    long number = artifact.nextExternal(unit.id(), unit.uri(), unit.pin());
    rows.versions.add(new VersionRow(unit, artifact.id(), number));
    return new VersionRef(unit.id(), unit.artifact(), number);
  }

  private VersionRef importVersion(ImportVersion unit, Rows rows) {
    Limits.check(unit);
    sweeps.rely(unit.relied(), rows);
    KnownArtifact artifact = artifact(unit.artifact(), unit.act().at().toEpochMilli(), rows);
    long number = artifact.next(unit.id());
    rows.versions.add(new VersionRow(unit, artifact.id(), number));
    addPreview(rows, unit.id(), unit.content());
    addFacts(rows, unit.id(), HolderKind.VERSION, unit.facts());
    return new VersionRef(unit.id(), unit.artifact(), number);
  }

  private long addVersion(Rows rows, FinishStep unit, NewVersion output) {
    long at = unit.endedAt().toEpochMilli();
    KnownArtifact artifact = artifact(output.artifact(), at, rows);
    long number = artifact.next(output.id());
    rows.versions.add(new VersionRow(output, artifact.id(), number, unit.stepRun(), at));
    addPreview(rows, output.id(), output.content());
    rows.edges.add(new EdgeRow(
        catalog.nextEdge(), unit.stepRun(), output.id(), output.role(), output.output()));
    addFacts(rows, output.id(), HolderKind.VERSION, output.facts());
    return number;
  }

  private static void addPreview(Rows rows, UUID version, VersionContent content) {
    byte[] preview = content.preview();
    String previewType = content.previewType();
    if (preview != null && previewType != null) {
      rows.previews.add(new PreviewRow(version, preview, previewType));
    }
  }

  private KnownArtifact artifact(String name, long at, Rows rows) {
    KnownArtifact known = catalog.artifact(name);
    if (known == null) {
      known = new KnownArtifact(ids.get());
      rows.artifacts.add(new ArtifactRow(known.id(), project(at, rows), name, at));
      catalog.addArtifact(name, known);
    }
    return known;
  }

  private UUID project(long at, Rows rows) {
    UUID project = catalog.project(PROJECT);
    if (project == null) {
      project = ids.get();
      rows.projects.add(new ProjectRow(project, PROJECT, at));
      catalog.addProject(project);
    }
    return project;
  }

  private OpenRun openRun(UUID id, String consequence) {
    OpenRun run = catalog.run(id);
    if (run == null) {
      throw new MetadataStoreException(
          CoreProblem.STORE_CONFLICT, "There is no run " + id + ", so " + consequence);
    }
    if (run.status().isTerminal() && !catalog.wasTakenOver(id)) {
      throw new MetadataStoreException(
          CoreProblem.STORE_CONFLICT,
          "The run " + id + " has ended as " + run.status() + ", so " + consequence);
    }
    if (!run.isLed()) {
      throw LeaseStager.notLed(id, consequence);
    }
    return run;
  }

  private static void addFacts(Rows rows, UUID holder, HolderKind kind, List<Fact> facts) {
    Map<String, Fact> lastByKey = new LinkedHashMap<>();
    facts.forEach(fact -> lastByKey.put(fact.key(), fact));
    lastByKey.values().forEach(fact -> rows.facts.add(new FactRow(holder, kind, fact)));
  }

  private static void addTags(Rows rows, UUID holder, HolderKind kind, Map<String, String> tags) {
    tags.forEach((key, text) -> rows.tags.add(new TagRow(holder, kind, key, text)));
  }

  private static void addMetrics(Rows rows, UUID step, List<MetricPoint> points) {
    Map<String, List<MetricPoint>> byName = new LinkedHashMap<>();
    points.forEach(
        point -> byName.computeIfAbsent(point.name(), name -> new ArrayList<>()).add(point));
    byName.forEach((name, series) -> {
      rows.metrics.add(new MetricRow(step, name, series.size(), series.get(series.size() - 1)));
      for (int from = 0; from < series.size(); from += PackedPoints.BLOCK) {
        var block = series.subList(from, Math.min(series.size(), from + PackedPoints.BLOCK));
        rows.metricBlocks.add(
            new MetricBlockRow(step, name, from, block.size(), PackedPoints.pack(block)));
      }
    });
  }
}
