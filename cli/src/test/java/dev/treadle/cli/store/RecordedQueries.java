package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.CacheEntryKey;
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
import dev.treadle.metadata.VersionRef;
import dev.treadle.metadata.VersionUse;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.Filter;
import dev.treadle.query.Order;
import dev.treadle.query.RunQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Queries over what a test has put into lists. */
public final class RecordedQueries implements MetadataQueries {
  public final List<PipelineRun> runs = new ArrayList<>();
  public final List<StepRun> steps = new ArrayList<>();
  public final List<ArtifactVersion> versions = new ArrayList<>();
  public final List<Edge> edges = new ArrayList<>();
  public final Map<UUID, List<MetricPoint>> metrics = new HashMap<>();
  public final Map<UUID, List<AttemptRecord>> attempts = new HashMap<>();
  public final Map<UUID, List<RunParameter>> parameters = new HashMap<>();
  public final Map<UUID, List<Fact>> facts = new HashMap<>();
  /** Histories by step run, where there is more than the last point. */
  public final Map<UUID, List<MetricPoint>> series = new HashMap<>();
  /** CSV by version. */
  public final Map<UUID, byte[]> previews = new HashMap<>();

  public String snapshot = "{}";

  @Override
  public List<PipelineRun> runs(RunFilter filter) {
    return runs.stream()
        .filter(run -> filter.pipeline().map(run.pipeline()::equals).orElse(true))
        .filter(run -> filter.status().map(run.status()::equals).orElse(true))
        .filter(run -> run.number() < filter.beforeNumber())
        .filter(run -> !filter.wholeOnly() || run.selection().coversAll())
        .sorted(Comparator.comparing(PipelineRun::number).reversed())
        .limit(filter.limit())
        .toList();
  }

  @Override
  public List<PipelineRun> runs(RunQuery query) {
    Comparator<PipelineRun> byKey =
        Comparator.comparing(run -> RunQuery.Position.of(query.key(), run).key());
    Comparator<PipelineRun> order = (query.order() == Order.DESCENDING ? byKey.reversed() : byKey)
        .thenComparing(PipelineRun::number, Comparator.reverseOrder());
    return after(
        runs.stream()
            .filter(run -> RecordedFilter.fits(query.where(), run))
            .sorted(order)
            .toList(),
        run -> Optional.of(RunQuery.Position.of(query.key(), run)).equals(query.after()),
        query.limit());
  }

  /** The items behind the first that is the last of the page before, if there is one. */
  private static <T> List<T> after(List<T> all, Predicate<T> isLast, int limit) {
    List<T> rest = all.stream().dropWhile(isLast.negate()).skip(1).toList();
    return (rest.isEmpty() && all.stream().noneMatch(isLast) ? all : rest)
        .stream().limit(limit).toList();
  }

  @Override
  public List<RunParameter> parameters(UUID run) {
    return parameters.getOrDefault(run, List.of());
  }

  @Override
  public Optional<PipelineRun> run(UUID id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  @Override
  public Optional<PipelineRun> runByNumber(long number) {
    return runs.stream().filter(run -> run.number() == number).findFirst();
  }

  @Override
  public List<StepRun> steps(UUID run) {
    return steps.stream().filter(step -> step.runId().equals(run)).toList();
  }

  @Override
  public Optional<StepDetail> step(UUID stepRun) {
    return steps.stream()
        .filter(step -> step.id().equals(stepRun))
        .map(step -> new StepDetail(
            step,
            new CacheEntryKey("a91c", "{\"parts\":{},\"code\":{}}"),
            attempts.getOrDefault(stepRun, List.of()),
            facts.getOrDefault(stepRun, List.of()),
            Map.of()))
        .findFirst();
  }

  @Override
  public String snapshot(UUID run) {
    return snapshot;
  }

  @Override
  public String environment(UUID run) {
    return "{\"java\":\"17\"}";
  }

  @Override
  public Map<UUID, List<MetricPoint>> lastMetrics(UUID run) {
    return steps(run).stream()
        .map(StepRun::id)
        .filter(metrics::containsKey)
        .collect(Collectors.toMap(Function.identity(), metrics::get));
  }

  @Override
  public Map<UUID, List<RunMetric>> lastMetricsOfRuns(Collection<UUID> ids) {
    return steps.stream()
        .filter(step -> ids.contains(step.runId()) && step.mapIndex() < 0)
        .flatMap(step -> metrics.getOrDefault(step.id(), List.of()).stream()
            .map(point -> Map.entry(step.runId(), new RunMetric(step.step(), point))))
        .collect(Collectors.groupingBy(
            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  @Override
  public List<MetricPoint> metricPoints(UUID stepRun, String metric, long offset, int limit) {
    return series.getOrDefault(stepRun, metrics.getOrDefault(stepRun, List.of())).stream()
        .filter(point -> point.name().equals(metric))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public List<ArtifactSummary> artifacts(String nameContains, String after, int limit) {
    return versions.stream()
        .map(ArtifactVersion::artifact)
        .distinct()
        .sorted()
        .filter(name -> name.contains(nameContains) && name.compareTo(after) > 0)
        .limit(limit)
        .map(name -> new ArtifactSummary(
            name,
            versions(name, Long.MAX_VALUE, 1000).size(),
            newestVersion(name).orElseThrow()))
        .toList();
  }

  @Override
  public List<ArtifactSummary> artifacts(ArtifactQuery query) {
    Comparator<ArtifactSummary> byName = Comparator.comparing(ArtifactSummary::name);
    Comparator<ArtifactSummary> byKey = query.key() == ArtifactQuery.Key.NAME
        ? byName
        : Comparator.comparing(artifact ->
            ArtifactQuery.Position.of(query.key(), artifact.newest()).key());
    return after(
        artifacts("", "", Integer.MAX_VALUE).stream()
            .filter(artifact -> RecordedFilter.fits(query.where(), artifact.newest()))
            .sorted((query.order() == Order.DESCENDING ? byKey.reversed() : byKey)
                .thenComparing(byName))
            .toList(),
        artifact -> query.after().map(at -> at.name().equals(artifact.name())).orElse(false),
        query.limit());
  }

  @Override
  public List<ArtifactVersion> versions(
      String artifact, Filter where, long beforeNumber, int limit) {
    return versions(artifact, beforeNumber, Integer.MAX_VALUE).stream()
        .filter(version -> RecordedFilter.fits(where, version))
        .limit(limit)
        .toList();
  }

  @Override
  public List<ArtifactVersion> versions(String artifact, long beforeNumber, int limit) {
    return versions.stream()
        .filter(v -> v.artifact().equals(artifact) && v.number() < beforeNumber)
        .sorted(Comparator.comparing(ArtifactVersion::number).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<ArtifactVersion> version(UUID id) {
    return versions.stream().filter(v -> v.id().equals(id)).findFirst();
  }

  @Override
  public Optional<ArtifactVersion> version(String artifact, long number) {
    return versions.stream()
        .filter(v -> v.artifact().equals(artifact) && v.number() == number)
        .findFirst();
  }

  @Override
  public Optional<ArtifactVersion> newestVersion(String artifact) {
    return versions(artifact, Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public List<String> artifactNamesByTail(String tail) {
    return versions.stream()
        .map(ArtifactVersion::artifact)
        .filter(name -> name.equals(tail) || name.endsWith("/" + tail))
        .distinct()
        .toList();
  }

  @Override
  public List<ArtifactVersion> versionsByDigest(String hexPrefix, int limit) {
    return versions.stream()
        .filter(v -> v.digest().startsWith("sha256:" + hexPrefix))
        .sorted(Comparator.comparing(ArtifactVersion::createdAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public VersionContent content(UUID version) {
    byte[] preview = previews.get(version);
    return new VersionContent(
        "", "", "{}", null, 0, "", "", 1, "", preview, preview == null ? null : "text/csv");
  }

  @Override
  public List<Fact> facts(Holder of) {
    return facts.getOrDefault(of.id(), List.of());
  }

  @Override
  public List<Alias> aliases(String artifact) {
    return versions.stream()
        .filter(v -> v.artifact().equals(artifact))
        .flatMap(v -> v.aliases().stream()
            .map(alias -> new Alias(
                alias,
                new VersionRef(v.id(), artifact, v.number()),
                new Act("ana", v.createdAt()))))
        .toList();
  }

  @Override
  public Optional<DeletedRun> deletedRun(long number) {
    return Optional.empty();
  }

  @Override
  public List<DeletedRun> openDeletions() {
    return List.of();
  }

  @Override
  public List<ArtifactVersion> versionsMadeBy(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<UUID, SortedSet<Long>> runsUsing(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredManifest> deletedManifests(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> logs(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forEachManifest(Filter where, Consumer<StoredManifest> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forEachUse(Consumer<VersionUse> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forEachLog(Consumer<String> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CondemnedObject> condemned() {
    return List.of();
  }

  @Override
  public List<CondemnedObject> beingDeleted() {
    return List.of();
  }

  @Override
  public long sweeps() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PipelineRun> openRuns() {
    return runs.stream().filter(run -> run.endedAt() == null).toList();
  }

  @Override
  public List<ArtifactVersion> deletedOutputs(UUID run) {
    return List.of();
  }

  @Override
  public List<Edge> edgesOfSteps(Collection<UUID> stepRuns) {
    return edges.stream().filter(edge -> stepRuns.contains(edge.stepRun())).toList();
  }

  @Override
  public List<Edge> edgesOfVersions(Collection<UUID> ids) {
    return edges.stream().filter(edge -> ids.contains(edge.version())).toList();
  }

  @Override
  public long forEachEdge(long after, Consumer<Edge> consumer) {
    edges.stream().skip(after).forEach(consumer);
    return edges.size();
  }

  @Override
  public Map<UUID, StepInRun> stepsInRuns(Collection<UUID> stepRuns) {
    return steps.stream()
        .filter(step -> stepRuns.contains(step.id()))
        .collect(Collectors.toMap(StepRun::id, step -> {
          PipelineRun run = run(step.runId()).orElseThrow();
          return new StepInRun(step, run.number(), run.pipeline(), false);
        }));
  }

  @Override
  public Map<UUID, ArtifactVersion> versionsById(Collection<UUID> ids) {
    return versions.stream()
        .filter(v -> ids.contains(v.id()))
        .collect(Collectors.toMap(ArtifactVersion::id, Function.identity()));
  }

  @Override
  public Map<String, CacheEntry> cacheEntries(Collection<String> keyDigests) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, CacheEntry> cacheEntriesOfNewestRun(String pipeline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<UUID, List<CacheEntry.CachedOutput>> outputs(Collection<UUID> stepRuns) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<UUID, UUID> computedBy(Collection<UUID> stepRuns) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, List<KeyOfStep>> newestKeys(String pipeline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<KeyOfStep> earlierKeys(String pipeline, String step, int limit) {
    throw new UnsupportedOperationException();
  }
}
