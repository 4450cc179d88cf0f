package dev.treadle.metadata.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The rows of a group by table. Each table is one batch, in an order that foreign keys allow. */
final class Rows {
  private static final List<String> SAID_OF_A_STEP = List.of(
      "delete from cache_key where step_seq = (select seq from step_run where id = ?)",
      "delete from metric_block where step_run_id = ?",
      "delete from metric where step_run_id = ?",
      "delete from fact where holder_id = ?",
      "delete from edge where step_run_id = ?");

  final List<ProjectRow> projects = new ArrayList<>();
  final List<PipelineRow> pipelines = new ArrayList<>();
  final List<SnapshotRow> snapshots = new ArrayList<>();
  final List<EnvironmentRow> environments = new ArrayList<>();
  final List<RunRow> runs = new ArrayList<>();
  final List<RunParamRow> runParams = new ArrayList<>();
  final List<StepRunRow> newSteps = new ArrayList<>();
  final List<StepRunRow> changedSteps = new ArrayList<>();
  private final Set<UUID> forgotten = new LinkedHashSet<>();
  final List<ArtifactRow> artifacts = new ArrayList<>();
  final List<VersionRow> versions = new ArrayList<>();
  final List<PreviewRow> previews = new ArrayList<>();
  final List<EdgeRow> edges = new ArrayList<>();
  final List<AttemptRow> attempts = new ArrayList<>();
  final List<CacheKeyRow> cacheKeys = new ArrayList<>();
  final List<FactRow> facts = new ArrayList<>();
  final List<MetricRow> metrics = new ArrayList<>();
  final List<MetricBlockRow> metricBlocks = new ArrayList<>();
  final List<TagRow> tags = new ArrayList<>();
  final List<RunEndRow> runEnds = new ArrayList<>();
  final List<Condition> changes = new ArrayList<>();

  void writeTo(StatelessSession session, Connection connection) throws SQLException {
    List.of(projects, pipelines, snapshots, environments, runs, runParams, newSteps)
        .forEach(session::insertMultiple);
    session.updateMultiple(changedSteps);
    deleteWhatIsForgotten(connection);
    List.of(artifacts, versions, previews, edges, attempts, cacheKeys, facts, metrics, metricBlocks)
        .forEach(session::insertMultiple);
    session.upsertMultiple(tags);
    session.updateMultiple(runEnds);
    for (Condition change : changes) {
      change.execute(connection);
    }
  }

  /** What was said of a step until now makes way for what follows, be it stored already or among these rows. */
  void forget(UUID step) {
    if (!forgotten.add(step)) {
      edges.removeIf(edge -> edge.stepRunId.equals(step));
      facts.removeIf(fact -> fact.holderId.equals(step));
      metrics.removeIf(metric -> metric.stepRunId.equals(step));
      metricBlocks.removeIf(block -> block.stepRunId.equals(step));
    }
  }

  private void deleteWhatIsForgotten(Connection connection) throws SQLException {
    if (forgotten.isEmpty()) {
      return;
    }
    for (String sql : SAID_OF_A_STEP) {
      try (var statement = connection.prepareStatement(sql)) {
        for (UUID step : forgotten) {
          statement.setObject(1, step);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }
}
