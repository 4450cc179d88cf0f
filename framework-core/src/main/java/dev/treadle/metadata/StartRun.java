package dev.treadle.metadata;

import dev.treadle.api.run.StepSelection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Creates a run, and its pipeline and snapshot where they are new. Gives the run's number in the project, gapless from 1. Whoever
 * submits this leads the run, with a {@link Lease}; what others record of the run is refused.
 *
 * @param snapshotDigest digest of the graph's JSON; the snapshot is stored once
 * @param parameters the values of {@code paramsJson} one by one
 * @param selection which steps it executes, and the run whose results stand in for others
 * @param environmentDigest digest of the environment's JSON; stored once
 */
public record StartRun(
    UUID id,
    String pipeline,
    String snapshotDigest,
    String snapshotJson,
    String environmentDigest,
    String environmentJson,
    String paramsJson,
    long seed,
    String stack,
    String user,
    String host,
    Instant at,
    Map<String, String> tags,
    List<RunParameter> parameters,
    StepSelection selection)
    implements UnitOfWork<Long> {

  /** A run of all steps. */
  public StartRun(
      UUID id,
      String pipeline,
      String snapshotDigest,
      String snapshotJson,
      String environmentDigest,
      String environmentJson,
      String paramsJson,
      long seed,
      String stack,
      String user,
      String host,
      Instant at,
      Map<String, String> tags,
      List<RunParameter> parameters) {
    this(
        id,
        pipeline,
        snapshotDigest,
        snapshotJson,
        environmentDigest,
        environmentJson,
        paramsJson,
        seed,
        stack,
        user,
        host,
        at,
        tags,
        parameters,
        StepSelection.ALL);
  }
}
