package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.treadle.failpoint.Failpoints;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the file of a store that several processes use at once. The one that holds the file has it open and serves
 * the others on loopback; when it ends, the next that needs a connection takes its place. See docs/adr/0023.
 */
final class SharedFile implements ConnectionSource {
  /** How long to wait for a holder that neither serves nor ends: one that makes or migrates the tables may take a while. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  static final Duration PAUSE = Duration.ofMillis(10);

  static {
    StoreServer.prepare();
    DatabaseFiles.register();
  }

  private final StoreFile file;
  private boolean held;
  private boolean shares;
  /** Whether another process served this one, and may have served more. */
  private boolean guest;

  private boolean closed;
  private @Nullable StoreServer server;

  /** Makes the scheme of our files known to H2. */
  static void prepare() {
    // Loading this class is what does it.
  }

  SharedFile(StoreFile file) {
    this.file = file;
  }

  /** Whether this process holds the file. */
  synchronized boolean holds() {
    return held;
  }

  /** Takes hold of the file if it is free; says whether this process has it. */
  synchronized boolean hold() {
    if (!held && file.hold()) {
      held = true;
      serve();
      Failpoints.hit("holder.afterTakingOver");
    }
    return held;
  }

  /** From now on serves other processes whenever this one holds the file; its tables must be current. */
  synchronized void share() {
    shares = true;
    serve();
  }

  @Override
  public synchronized Statements open() throws SQLException {
    if (closed) {
      throw new SQLNonTransientConnectionException("The database has been closed");
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Optional<Statements> connected = connect();
        if (connected.isPresent()) {
          return connected.get();
        }
      } catch (SQLException e) {
        if (!isOfChange(e) || System.nanoTime() > end) {
          throw e;
        }
      }
      if (System.nanoTime() > end) {
        throw StoreErrors.locked(file.path().toString(), "another process", null);
      }
      Uninterruptibles.sleepUninterruptibly(PAUSE);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      file.release();
      held = false;
    }
  }

  /** Connections to a file that nobody else knows. */
  static DataSource source(Path file) {
    return Database.source(name(file));
  }

  private Optional<Statements> connect() throws SQLException {
    if (hold()) {
      return Optional.of(new Statements(source(file.path()).getConnection(), false));
    }
    Optional<DataSource> holder = StoreServer.client(file);
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    var connected = new Statements(holder.get().getConnection(), true);
    guest = true;
    return Optional.of(connected);
  }

  private void serve() {
    if (held && shares && server == null) {
      server = StoreServer.start(file, name(file.path()), guest);
    }
  }

  private static String name(Path file) {
    String path = file.toString();
    return DatabaseFiles.SCHEME + ":"
        + path.substring(0, path.length() - StoreFile.SUFFIX.length());
  }

  /** Whether somebody is about to open or to close the file. */
  static boolean isOfChange(SQLException e) {
    return StoreErrors.isLostConnection(e)
        || e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        || e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD;
  }
}
