package dev.treadle.metadata.hibernate;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.cfg.ValidationSettings;

/** Builds the factory of sessions. What is not needed is switched off, as building it is what costs at start. */
final class Sessions {
  static final List<Class<?>> ENTITIES = List.of(
      ProjectRow.class,
      PipelineRow.class,
      SnapshotRow.class,
      EnvironmentRow.class,
      RunRow.class,
      RunEndRow.class,
      RunParamRow.class,
      StepRunRow.class,
      AttemptRow.class,
      CacheKeyRow.class,
      ArtifactRow.class,
      VersionRow.class,
      PreviewRow.class,
      EdgeRow.class,
      FactRow.class,
      TagRow.class,
      MetricRow.class,
      MetricBlockRow.class);

  private static final Map<String, Object> SETTINGS = Map.ofEntries(
      Map.entry(SchemaToolingSettings.HBM2DDL_AUTO, "none"),
      Map.entry(JdbcSettings.ALLOW_METADATA_ON_BOOT, false),
      Map.entry(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "H2"),
      Map.entry(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, "2"),
      Map.entry(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, "4"),
      Map.entry(JdbcSettings.LOG_JDBC_ERRORS, false),
      Map.entry(BatchSettings.STATEMENT_BATCH_SIZE, SubmissionQueue.GROUP),
      Map.entry(CacheSettings.USE_SECOND_LEVEL_CACHE, false),
      Map.entry(CacheSettings.USE_QUERY_CACHE, false),
      Map.entry(ValidationSettings.JAKARTA_VALIDATION_MODE, "none"),
      Map.entry(MappingSettings.XML_MAPPING_ENABLED, false),
      Map.entry(
          MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl()));

  private Sessions() {}

  static SessionFactory build(DataSource source) {
    return build(source, Map.of());
  }

  static SessionFactory build(DataSource source, Map<String, Object> more) {
    var registry = new StandardServiceRegistryBuilder()
        .applySettings(SETTINGS)
        .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, source)
        .applySettings(more)
        .build();
    return new MetadataSources(registry)
        .addAnnotatedClasses(ENTITIES.toArray(Class<?>[]::new))
        .buildMetadata()
        .buildSessionFactory();
  }
}
