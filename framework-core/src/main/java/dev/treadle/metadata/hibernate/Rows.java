package dev.treadle.metadata.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The rows of a group by table. Each table is one batch, in an order that foreign keys allow. */
final class Rows {
  private static final List<String> OF_EARLIER_FINISH = List.of(
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
  final List<UUID> refinishedSteps = new ArrayList<>();
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
    deleteWhatEarlierFinishesSaid(connection);
    List.of(artifacts, versions, previews, edges, attempts, cacheKeys, facts, metrics, metricBlocks)
        .forEach(session::insertMultiple);
    session.upsertMultiple(tags);
    session.updateMultiple(runEnds);
    for (Condition change : changes) {
      change.execute(connection);
    }
  }

  private void deleteWhatEarlierFinishesSaid(Connection connection) throws SQLException {
    if (refinishedSteps.isEmpty()) {
      return;
    }
    for (String sql : OF_EARLIER_FINISH) {
      try (var statement = connection.prepareStatement(sql)) {
        for (UUID step : refinishedSteps) {
          statement.setObject(1, step);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }
}
