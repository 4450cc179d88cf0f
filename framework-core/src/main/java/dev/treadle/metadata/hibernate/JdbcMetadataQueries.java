package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.DeletedRun;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.KeyOfStep;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.RunMetric;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StepDetail;
import dev.treadle.metadata.StepInRun;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.metadata.VersionContent;
import dev.treadle.metadata.VersionUse;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.Filter;
import dev.treadle.query.RunQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Consumer;

/** The reading side over plain JDBC, by what is read. */
final class JdbcMetadataQueries implements MetadataQueries {
  private final RunQueries runs;
  private final StepQueries steps;
  private final MetricQueries metrics;
  private final VersionQueries versions;
  private final EdgeQueries edges;
  private final CacheQueries cache;
  private final CurationQueries curation;
  private final DeletionQueries deletions;
  private final SweepQueries sweeps;

  JdbcMetadataQueries(Sql sql) {
    this.runs = new RunQueries(sql);
    this.steps = new StepQueries(sql);
    this.metrics = new MetricQueries(sql);
    this.versions = new VersionQueries(sql);
    this.edges = new EdgeQueries(sql);
    this.cache = new CacheQueries(sql);
    this.curation = new CurationQueries(sql);
    this.deletions = new DeletionQueries(sql);
    this.sweeps = new SweepQueries(sql);
  }

  @Override
  public List<PipelineRun> runs(RunFilter filter) {
    return runs.runs(filter);
  }

  @Override
  public List<PipelineRun> runs(RunQuery query) {
    return runs.runs(query);
  }

  @Override
  public Optional<PipelineRun> run(UUID id) {
    return runs.run(id);
  }

  @Override
  public Optional<PipelineRun> runByNumber(long number) {
    return runs.runByNumber(number);
  }

  @Override
  public List<StepRun> steps(UUID run) {
    return steps.steps(run);
  }

  @Override
  public Optional<StepDetail> step(UUID stepRun) {
    return steps.step(stepRun);
  }

  @Override
  public List<RunParameter> parameters(UUID run) {
    return runs.parameters(run);
  }

  @Override
  public String snapshot(UUID run) {
    return runs.snapshot(run);
  }

  @Override
  public String environment(UUID run) {
    return runs.environment(run);
  }

  @Override
  public Map<UUID, List<MetricPoint>> lastMetrics(UUID run) {
    return metrics.last(run);
  }

  @Override
  public Map<UUID, List<RunMetric>> lastMetricsOfRuns(Collection<UUID> ids) {
    return metrics.ofRuns(ids);
  }

  @Override
  public List<MetricPoint> metricPoints(UUID stepRun, String metric, long offset, int limit) {
    return metrics.points(stepRun, metric, offset, limit);
  }

  @Override
  public List<ArtifactSummary> artifacts(String nameContains, String after, int limit) {
    return versions.artifacts(nameContains, after, limit);
  }

  @Override
  public List<ArtifactVersion> versions(String artifact, long beforeNumber, int limit) {
    return versions.versions(artifact, beforeNumber, limit);
  }

  @Override
  public List<ArtifactSummary> artifacts(ArtifactQuery query) {
    return versions.artifacts(query);
  }

  @Override
  public List<ArtifactVersion> versions(
      String artifact, Filter where, long beforeNumber, int limit) {
    return versions.versions(artifact, where, beforeNumber, limit);
  }

  @Override
  public Optional<ArtifactVersion> version(UUID id) {
    return versions.version(id);
  }

  @Override
  public Optional<ArtifactVersion> version(String artifact, long number) {
    return versions.version(artifact, number);
  }

  @Override
  public Optional<ArtifactVersion> newestVersion(String artifact) {
    return versions.versions(artifact, Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public List<String> artifactNamesByTail(String tail) {
    return versions.namesByTail(tail);
  }

  @Override
  public List<ArtifactVersion> versionsByDigest(String hexPrefix, int limit) {
    return versions.byDigest(hexPrefix, limit);
  }

  @Override
  public VersionContent content(UUID version) {
    return versions.content(version);
  }

  @Override
  public List<Fact> facts(Holder of) {
    return curation.facts(of);
  }

  @Override
  public List<Alias> aliases(String artifact) {
    return curation.aliases(artifact);
  }

  @Override
  public Optional<DeletedRun> deletedRun(long number) {
    return deletions.deletedRun(number);
  }

  @Override
  public List<DeletedRun> openDeletions() {
    return deletions.openDeletions();
  }

  @Override
  public List<ArtifactVersion> versionsMadeBy(Collection<UUID> runs) {
    return deletions.made(runs);
  }

  @Override
  public Map<UUID, SortedSet<Long>> runsUsing(Collection<UUID> ids) {
    return deletions.uses(ids);
  }

  @Override
  public List<StoredManifest> deletedManifests(Collection<UUID> runs) {
    return deletions.manifestsOfDeleted(runs);
  }

  @Override
  public List<String> logs(Collection<UUID> runs) {
    return deletions.logs(runs);
  }

  @Override
  public void forEachManifest(Filter where, Consumer<StoredManifest> consumer) {
    deletions.forEachManifest(where, consumer);
  }

  @Override
  public void forEachUse(Consumer<VersionUse> consumer) {
    sweeps.forEachUse(consumer);
  }

  @Override
  public void forEachLog(Consumer<String> consumer) {
    sweeps.forEachLog(consumer);
  }

  @Override
  public List<CondemnedObject> condemned() {
    return sweeps.condemned();
  }

  @Override
  public List<CondemnedObject> beingDeleted() {
    return sweeps.beingDeleted();
  }

  @Override
  public long sweeps() {
    return sweeps.sweeps();
  }

  @Override
  public List<PipelineRun> openRuns() {
    return runs.open();
  }

  @Override
  public List<ArtifactVersion> deletedOutputs(UUID run) {
    return deletions.deletedOutputs(run);
  }

  @Override
  public List<Edge> edgesOfSteps(Collection<UUID> stepRuns) {
    return edges.ofSteps(stepRuns);
  }

  @Override
  public List<Edge> edgesOfVersions(Collection<UUID> ids) {
    return edges.ofVersions(ids);
  }

  @Override
  public long forEachEdge(long after, Consumer<Edge> consumer) {
    return edges.forEach(after, consumer);
  }

  @Override
  public Map<UUID, StepInRun> stepsInRuns(Collection<UUID> stepRuns) {
    return steps.inRuns(stepRuns);
  }

  @Override
  public Map<UUID, ArtifactVersion> versionsById(Collection<UUID> ids) {
    return versions.byId(ids);
  }

  @Override
  public Map<String, CacheEntry> cacheEntries(Collection<String> keyDigests) {
    return cache.entries(keyDigests);
  }

  @Override
  public Map<String, CacheEntry> cacheEntriesOfNewestRun(String pipeline) {
    return cache.entriesOfNewestRun(pipeline);
  }

  @Override
  public Map<UUID, List<CacheEntry.CachedOutput>> outputs(Collection<UUID> stepRuns) {
    return cache.outputs(stepRuns);
  }

  @Override
  public Map<UUID, UUID> computedBy(Collection<UUID> stepRuns) {
    return cache.computedBy(stepRuns);
  }

  @Override
  public Map<String, List<KeyOfStep>> newestKeys(String pipeline) {
    return cache.newestKeys(pipeline);
  }

  @Override
  public List<KeyOfStep> earlierKeys(String pipeline, String step, int limit) {
    return cache.earlierKeys(pipeline, step, limit);
  }
}
