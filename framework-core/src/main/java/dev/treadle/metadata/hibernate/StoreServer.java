package dev.treadle.metadata.hibernate;

import dev.treadle.failpoint.Failpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SysProperties;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the file of a store to other processes of its owner: on a port of the loopback address, to those who know the
 * secret, which is beside the file in {@code metadata.server} (0600).
 *
 * <p>Starts in the background, and a moment later unless others are known to wait, so that a short look costs no server.
 */
final class StoreServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreServer.class);
  private static final Duration HESITATION = Duration.ofMillis(200);
  private static final int SECRET_BYTES = 32;
  private static final String LOOPBACK = "127.0.0.1";
  private static final String BIND_ADDRESS = "h2.bindAddress";

  static {
    // H2 would listen on all interfaces. It reads this when its first class is loaded.
    if (System.getProperty(BIND_ADDRESS) == null) {
      System.setProperty(BIND_ADDRESS, LOOPBACK);
    }
  }

  private final StoreFile file;
  private final String database;
  private final Duration hesitation;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "treadle-metadata-sharing");
  private @Nullable Server server;

  private StoreServer(StoreFile file, String database, Duration hesitation) {
    this.file = file;
    this.database = database;
    this.hesitation = hesitation;
  }

  /** Makes sure that what H2 serves is on loopback only; call it before anything of H2 is used. */
  static void prepare() {
    // Loading this class is what does it.
  }

  /**
   * @param database what H2 has the file open as
   * @param awaited whether others are likely to wait for it
   */
  static StoreServer start(StoreFile file, String database, boolean awaited) {
    var server = new StoreServer(file, database, awaited ? Duration.ZERO : HESITATION);
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  /** Where the holder of the file serves it, if it said so. */
  static Optional<DataSource> client(StoreFile file) throws SQLException {
    try {
      String[] words = Files.readString(file.server()).split(" ", -1);
      if (words.length < 2) {
        return Optional.empty();
      }
      return Optional.of(
          Database.client("jdbc:h2:tcp://" + LOOPBACK + ":" + words[0] + "/" + words[1]));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StoreErrors.unreachable(file.server().toString(), e);
    }
  }

  /** Ends what is served: connections of others are lost. */
  @Override
  public void close() {
    ending.countDown();
    synchronized (this) {
      try {
        if (server != null) {
          server.stop();
        }
      } catch (AssertionError e) {
        // Where assertions are on, H2 wants nobody to work on what it closes. The others do, and
        // begin again elsewhere.
        log.debug("The metadata store in {} was closed while others used it", file.path(), e);
      }
    }
  }

  private void run() {
    try {
      if (!ending.await(hesitation.toMillis(), TimeUnit.MILLISECONDS)) {
        serve();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | IOException | RuntimeException e) {
      log.warn(
          "The metadata store in {} cannot be used by other processes: {}",
          file.path(),
          e.getMessage());
    }
  }

  private synchronized void serve() throws SQLException, IOException {
    if (ending.getCount() == 0) {
      return;
    }
    if (SysProperties.BIND_ADDRESS == null
        || !InetAddress.getByName(SysProperties.BIND_ADDRESS).isLoopbackAddress()) {
      throw new IOException("H2 was in use before with " + BIND_ADDRESS + " = "
          + SysProperties.BIND_ADDRESS + ", so it would listen for other machines");
    }
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-key", secret, database)
        .start();
    tell(server.getPort() + " " + secret + " " + ProcessHandle.current().pid());
  }

  private void tell(String address) throws IOException {
    Path told = file.server();
    Path temporary = Files.createTempFile(
        told.getParent(), "server", ".tmp", StoreFile.ownerOnly(told, "rw-------"));
    try {
      Files.write(temporary, address.getBytes(StandardCharsets.US_ASCII));
      Failpoints.hit("holder.beforeTelling");
      Files.move(temporary, told, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // there on a full disk only
    }
    Failpoints.hit("holder.afterTelling");
  }
}
