package dev.treadle.metadata.hibernate;

import dev.treadle.log.StepLoggerProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl;

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
      Map.entry(MappingSettings.JSON_FORMAT_MAPPER, new NoJson()),
      Map.entry(
          MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl()));

  private static final Map<String, Object> NO_DATABASE =
      Map.of(JdbcSettings.CONNECTION_PROVIDER, new UserSuppliedConnectionProviderImpl());

  private Sessions() {}

  /** Begins to build the factory of this process in the background, if nobody has before. */
  static void prepare() {
    Shared.begin();
  }

  /**
   * The one factory of this process, waiting until it is built. It knows no database: sessions are opened on a connection
   * that they are given.
   */
  static SessionFactory shared() {
    return Shared.FACTORY.join();
  }

  static SessionFactory build(Map<String, Object> more) {
    StepLoggerProvider.quietLibraries();
    var registry = new StandardServiceRegistryBuilder()
        .applySettings(SETTINGS)
        .applySettings(more)
        // Rows are never proxies, and too few for generated accessors to pay: a fifth of the start.
        .addService(BytecodeProvider.class, new BytecodeProviderImpl())
        .build();
    return new MetadataSources(registry)
        .addAnnotatedClasses(ENTITIES.toArray(Class<?>[]::new))
        .buildMetadata()
        .buildSessionFactory();
  }

  private static final class Shared {
    static final CompletableFuture<SessionFactory> FACTORY =
        CompletableFuture.supplyAsync(() -> build(NO_DATABASE), Shared::inBackground);

    static void begin() {
      // Loading this class is what begins.
    }

    private static void inBackground(Runnable task) {
      Thread thread = new Thread(task, "treadle-metadata-preparing");
      thread.setDaemon(true);
      thread.setContextClassLoader(Sessions.class.getClassLoader());
      thread.start();
    }
  }
}
