package dev.treadle.metadata;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
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

/**
 * Projections for commands, pages and the engine: one query for each list, paged by key, nothing lazy. Thread-safe. Lists
 * are ordered newest first unless said otherwise. What was deleted is in no list; an edge may still lead to it, and a version
 * asked for by its id or number says when it was deleted.
 */
public interface MetadataQueries {

  /** Runs that fit, newest first, at most {@code filter.limit()}, older than {@code filter.beforeNumber()} when given. */
  List<PipelineRun> runs(RunFilter filter);

  /** A page of the runs that fit a filter. */
  List<PipelineRun> runs(RunQuery query);

  Optional<PipelineRun> run(UUID id);

  Optional<PipelineRun> runByNumber(long number);

  /** The steps of a run in the order of their start, then of their recording. */
  List<StepRun> steps(UUID run);

  Optional<StepDetail> step(UUID stepRun);

  /** The parameters of a run, by key; none of runs that an early version recorded. */
  List<RunParameter> parameters(UUID run);

  /** The graph's JSON of a run. */
  String snapshot(UUID run);

  /** The environment's JSON of a run. */
  String environment(UUID run);

  /**
   * The last point of each metric of each step run of a run, by step run; those of a cached step are of the one whose result
   * it took.
   */
  Map<UUID, List<MetricPoint>> lastMetrics(UUID run);

  /** The same for several runs, by run, in the order of the steps; without the items of maps, which may be many. */
  Map<UUID, List<RunMetric>> lastMetricsOfRuns(Collection<UUID> runs);

  /** Points of one metric of a step run in the order of recording, from an offset. */
  List<MetricPoint> metricPoints(UUID stepRun, String metric, long offset, int limit);

  /** The newest version of each artifact whose name contains the text, by name; {@code after} is the last name of the page before. */
  List<ArtifactSummary> artifacts(String nameContains, String after, int limit);

  /** Versions of one artifact, newest first, below {@code beforeNumber} (use Long.MAX_VALUE for the first page). */
  List<ArtifactVersion> versions(String artifact, long beforeNumber, int limit);

  /** A page of the artifacts whose newest version fits a filter. */
  List<ArtifactSummary> artifacts(ArtifactQuery query);

  /** Versions of one artifact that fit a filter, newest first, below {@code beforeNumber}. */
  List<ArtifactVersion> versions(String artifact, Filter where, long beforeNumber, int limit);

  Optional<ArtifactVersion> version(UUID id);

  Optional<ArtifactVersion> version(String artifact, long number);

  Optional<ArtifactVersion> newestVersion(String artifact);

  /** Artifact names that equal the text or end with {@code "/" + text}; for references by an unambiguous tail. */
  List<String> artifactNamesByTail(String tail);

  /** Versions whose manifest digest (hex) begins so; at most {@code limit}, newest first. */
  List<ArtifactVersion> versionsByDigest(String hexPrefix, int limit);

  /** What a version holds, its preview included. */
  VersionContent content(UUID version);

  /** What steps, materializers and people said of a run, a step run or a version, by key. */
  List<Fact> facts(Holder of);

  /** The aliases of an artifact's versions, by name. */
  List<Alias> aliases(String artifact);

  /** What is left of a run that was deleted. */
  Optional<DeletedRun> deletedRun(long number);

  /** Deleted runs of which bytes may still be stored, by number. */
  List<DeletedRun> openDeletions();

  /** The versions that steps of runs made and that are not deleted, by name and number. */
  List<ArtifactVersion> versionsMadeBy(Collection<UUID> runs);

  /** The numbers of the runs that made, read, or took from the cache, each of the versions; no deleted ones. */
  Map<UUID, SortedSet<Long>> runsUsing(Collection<UUID> versions);

  /** What the deleted versions consisted of that steps of runs had made. */
  List<StoredManifest> deletedManifests(Collection<UUID> runs);

  /** Where the logs of runs are in the artifact store. */
  List<String> logs(Collection<UUID> runs);

  /** Goes through all stored versions that fit, in the order of their ids; external data are none. */
  void forEachManifest(Filter where, Consumer<StoredManifest> consumer);

  /** Goes through all stored versions with what holds them: by artifact, the newest of each first; external data are none. */
  void forEachUse(Consumer<VersionUse> consumer);

  /** Where the logs of all attempts are in the artifact store, but for those of deleted runs. */
  void forEachLog(Consumer<String> consumer);

  /** The objects of the artifact store that wait for their deletion and are not being deleted now, by path. */
  List<CondemnedObject> condemned();

  /** Those that are being deleted now, or were when whoever did it was cut off no longer than {@link Lease#LENGTH} ago, by path. */
  List<CondemnedObject> beingDeleted();

  /** How often objects of the artifact store have been deleted. */
  long sweeps();

  /** Runs that have not ended: those that go on, and those that have lost their process, by number. */
  List<PipelineRun> openRuns();

  /** Versions among the outputs of a run's steps that have been deleted since, by name and number. */
  List<ArtifactVersion> deletedOutputs(UUID run);

  /** The edges of the given step runs. */
  List<Edge> edgesOfSteps(Collection<UUID> stepRuns);

  /** The edges of the given versions. */
  List<Edge> edgesOfVersions(Collection<UUID> versions);

  /**
   * Streams edges in the order of their making.
   *
   * @param after 0 for all, or what an earlier call returned, for those made since
   * @return the position of the last edge
   */
  long forEachEdge(long after, Consumer<Edge> consumer);

  /** Step runs by id with the run they belong to. */
  Map<UUID, StepInRun> stepsInRuns(Collection<UUID> stepRuns);

  /** Versions by id. */
  Map<UUID, ArtifactVersion> versionsById(Collection<UUID> ids);

  /** Reusable results by key; of several for one key the newest. */
  Map<String, CacheEntry> cacheEntries(Collection<String> keyDigests);

  /** All reusable results that the newest run of a whole pipeline that completed made or used, by key: the likely hits of the next run. */
  Map<String, CacheEntry> cacheEntriesOfNewestRun(String pipeline);

  /** What step runs have as their outputs, made or taken from the cache, by step run. */
  Map<UUID, List<CacheEntry.CachedOutput>> outputs(Collection<UUID> stepRuns);

  /** Who computed what step runs have as their results: themselves, or the step run whose stored result they took. */
  Map<UUID, UUID> computedBy(Collection<UUID> stepRuns);

  /** Keys of all steps in the three newest ended runs of a pipeline, by step, newest first. */
  Map<String, List<KeyOfStep>> newestKeys(String pipeline);

  /** Keys of earlier executions of a step of a pipeline, newest first, for explanations. */
  List<KeyOfStep> earlierKeys(String pipeline, String step, int limit);
}
