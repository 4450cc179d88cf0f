package dev.treadle.metadata.hibernate;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.spi.OwnerLock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metadata store in an H2 database: a file, or memory.
 *
 * <p>Writing goes through Hibernate, whose start takes its time, once a process; it begins with {@link #prepare} or when a
 * store is opened by {@link #open}, in the background, and the first unit waits for it. Reading needs neither Hibernate nor, when the tables are current, Flyway.
 */
public final class HibernateMetadataStore implements MetadataStore {
  private static final Logger log = LoggerFactory.getLogger(HibernateMetadataStore.class);

  private final Database database;
  private final Clock clock;
  private final MetadataQueries queries;
  private final Reliances reliances;
  private final Lapses lapses;
  private @Nullable GroupCommitWriter writer;
  private boolean closed;

  private HibernateMetadataStore(Database database, Clock clock, BooleanSupplier others) {
    this.database = database;
    this.clock = clock;
    Sql sql = Sql.on(database.readers(), database.place());
    this.queries = new JdbcMetadataQueries(sql);
    this.reliances = new Reliances(new SweepQueries(sql), this::write);
    this.lapses = new Lapses(sql, others);
  }

  /**
   * Opens the store in a folder for writing and reading; makes folder, file and tables where they are missing. The file is
   * {@code metadata.mv.db}, readable by its owner only. Tables of an older version are migrated after the file has been
   * copied to {@code metadata.v<version>.backup.mv.db}.
   *
   * @param clock for the ids that the store makes
   * @throws dev.treadle.metadata.MetadataStoreException when another holds it and does not share it, or it was written by a
   *     newer Treadle, is damaged or cannot be reached
   */
  public static HibernateMetadataStore open(Path directory, Clock clock) {
    return open(directory, clock, Schema.CORE);
  }

  static HibernateMetadataStore open(Path directory, Clock clock, Schema schema) {
    prepare();
    return open(StoreFile.create(directory), clock, schema).prepared();
  }

  /**
   * Opens a store that exists, mainly for reading: nothing is prepared for writing before the first unit is submitted.
   *
   * @throws dev.treadle.metadata.MetadataStoreException as {@link #open} does, and when there is no store in the folder
   */
  public static HibernateMetadataStore openForReading(Path directory, Clock clock) {
    return open(StoreFile.existing(directory), clock, Schema.CORE);
  }

  /**
   * Opens a store that exists for looking: its folder, which may be read-only, stays as it is. Another process that has the
   * store open is asked, else what is read is a copy.
   *
   * @param scratch a folder for the copy, which is the caller's to delete when the store is closed
   * @throws dev.treadle.metadata.MetadataStoreException as {@link #openForReading} does
   */
  public static HibernateMetadataStore openForLooking(Path directory, Path scratch, Clock clock) {
    StoreFile file = StoreFile.readable(directory);
    ViewedFile viewed = new ViewedFile(file, scratch);
    try {
      Optional<StoreFile> copy = viewed.copied();
      if (copy.isPresent()) {
        return open(copy.get(), clock, Schema.CORE);
      }
      return new HibernateMetadataStore(asked(viewed, file.path().toString()), clock, () -> true);
    } catch (SQLException e) {
      throw StoreErrors.ofStore(e, file.path().toString());
    } catch (IOException e) {
      throw StoreErrors.unreachable(file.path().toString(), e);
    }
  }

  /** The database that another process has open, if its tables are those that are known here. */
  private static Database asked(ViewedFile viewed, String place) throws SQLException {
    try {
      Statements first = viewed.open();
      Schema.CORE.refuse(Schema.CORE.versionOf(first.connection()), place, false);
      return new Database(viewed, first, place, false);
    } catch (RuntimeException | SQLException | Error e) {
      viewed.close();
      throw e;
    }
  }

  /** Begins in the background what the first write of a process waits for. Calls after the first do nothing. */
  public static void prepare() {
    StoreServer.prepare();
    Sessions.prepare();
  }

  /**
   * In the folder of a store, the one in which each process that leads runs there has an {@link OwnerLock} while it does: as long as
   * nobody else has, no run that is lost can come back.
   */
  public static Path leaders(Path directory) {
    return directory.toAbsolutePath().resolve(StoreFile.LEADERS);
  }

  /** Whether there is a store in the folder. */
  public static boolean exists(Path directory) {
    return StoreFile.exists(directory);
  }

  /** A new store in memory, gone when it is closed. */
  public static HibernateMetadataStore inMemory(Clock clock) {
    prepare();
    return empty(clock).prepared();
  }

  /** The same for looking: nothing is prepared for writing before the first unit is submitted. */
  public static HibernateMetadataStore empty(Clock clock) {
    try {
      return new HibernateMetadataStore(Database.memory(Schema.CORE), clock, () -> false);
    } catch (SQLException e) {
      throw StoreErrors.ofStore(e, "memory");
    }
  }

  @Override
  public <R> CompletableFuture<R> submit(UnitOfWork<R> unit) {
    lapses.settle(unit);
    CompletableFuture<R> written = writer().submit(Submission.hurried(unit));
    reliances.submitted(unit, written);
    return written;
  }

  @Override
  public <R> CompletableFuture<R> enqueue(UnitOfWork<R> unit) {
    lapses.settle(unit);
    CompletableFuture<R> written = writer().submit(Submission.patient(unit));
    reliances.submitted(unit, written);
    return written;
  }

  @Override
  public long rely(Collection<String> objects) {
    return reliances.rely(objects);
  }

  @Override
  public MetadataQueries queries() {
    return queries;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (writer != null) {
        writer.close();
      }
      database.close();
    } catch (SQLException e) {
      // Loses nothing: what was acknowledged is on disk, and everything else was refused.
      log.warn(
          "The metadata store did not close: {}",
          StoreErrors.ofStore(e, database.place()).getMessage());
    }
  }

  private static HibernateMetadataStore open(StoreFile file, Clock clock, Schema schema) {
    try {
      return new HibernateMetadataStore(
          current(file, schema), clock, () -> OwnerLock.isTakenByOthers(file.leaders()));
    } catch (SQLException e) {
      throw StoreErrors.ofStore(e, file.path().toString());
    } catch (IOException e) {
      throw StoreErrors.unreachable(file.path().toString(), e);
    }
  }

  /** Opens the database and brings its tables up to date, with a copy of the file when there was something before. */
  private static Database current(StoreFile file, Schema schema) throws SQLException, IOException {
    SharedFile shared = new SharedFile(file);
    try {
      if (shared.hold() && file.isEmpty()) {
        migrate(file, schema);
      }
      Statements first = shared.open();
      int version = schema.versionOf(first.connection());
      schema.refuse(version, file.path().toString(), shared.holds());
      if (version < schema.current()) {
        first.close();
        if (version > Schema.NONE) {
          file.backUp(version);
        }
        migrate(file, schema);
        first = shared.open();
      }
      shared.share();
      return new Database(shared, first, file.path().toString(), true);
    } catch (RuntimeException | SQLException | IOException | Error e) {
      shared.close();
      throw e;
    }
  }

  /** Works on a copy: a migration that is cut off would leave tables that nobody can use, and cannot be undone. */
  private static void migrate(StoreFile file, Schema schema) throws IOException {
    Path draft = file.draft();
    Migrations.migrate(SharedFile.source(draft), schema, draft.toString());
    file.replaceWith(draft);
  }

  private HibernateMetadataStore prepared() {
    writer();
    return this;
  }

  private synchronized GroupCommitWriter writer() {
    if (writer == null) {
      Supplier<UUID> ids = ids(clock);
      writer = new GroupCommitWriter(
          () -> new GroupTransaction(Sessions.shared(), database, lapses, ids), database.place());
      writer.start();
    }
    return writer;
  }

  private static Supplier<UUID> ids(Clock clock) {
    var generator = Generators.timeBasedEpochRandomGenerator(null, new UUIDClock() {
      @Override
      public long currentTimeMillis() {
        return clock.millis();
      }
    });
    return generator::generate;
  }
}
