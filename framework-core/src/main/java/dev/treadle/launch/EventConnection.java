package dev.treadle.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.event.EventJson;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as lines, each flushed, to whoever started this JVM, and notices when nobody is there any more. Nothing is
 * ever read from the other side but its end.
 */
final class EventConnection implements RunListener, Closeable {
  private final EventJson json = new EventJson();
  private final Writer lines;
  private final boolean optional;
  private volatile boolean closed;

  private EventConnection(OutputStream out, boolean optional) {
    this.lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.optional = optional;
  }

  /**
   * Connects to the endpoint, or to the stream when there is none.
   *
   * @param abandoned is run once when the other side has gone before {@link #close}
   */
  static EventConnection open(
      @Nullable EventEndpoint endpoint, OutputStream otherwise, Runnable abandoned) {
    if (endpoint == null) {
      return new EventConnection(otherwise, false);
    }
    try {
      Socket socket = connect(endpoint);
      EventConnection connection = new EventConnection(socket.getOutputStream(), false);
      connection.line(endpoint.token());
      Thread watch = new Thread(() -> connection.watch(socket, abandoned), "treadle-watch");
      watch.setDaemon(true);
      watch.start();
      return connection;
    } catch (IOException e) {
      throw unreachable(endpoint, e);
    }
  }

  /** Connects to one who may go at any time; what is written after that is lost. */
  static EventConnection openOptional(EventEndpoint endpoint) {
    try {
      EventConnection connection = new EventConnection(connect(endpoint).getOutputStream(), true);
      connection.line(endpoint.token());
      return connection;
    } catch (IOException e) {
      throw unreachable(endpoint, e);
    }
  }

  private static Socket connect(EventEndpoint endpoint) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static UncheckedIOException unreachable(EventEndpoint endpoint, IOException cause) {
    return new UncheckedIOException(
        "Cannot reach the command line on port " + endpoint.port() + " of this machine", cause);
  }

  @Override
  public void on(RunEvent event) {
    line(json.write(event));
  }

  void line(String text) {
    try {
      lines.write(text);
      lines.write('\n');
      lines.flush();
    } catch (IOException e) {
      if (!optional) {
        throw new UncheckedIOException("The command line does not listen any more", e);
      }
    }
  }

  private void watch(Socket socket, Runnable abandoned) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // The command line has nothing to say.
      }
    } catch (IOException e) {
      // A connection that broke is one that has ended.
    }
    if (!closed) {
      abandoned.run();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      lines.close();
    } catch (IOException e) {
      if (!optional) {
        throw e;
      }
    }
  }
}
