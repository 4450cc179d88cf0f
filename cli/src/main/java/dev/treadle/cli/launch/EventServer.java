package dev.treadle.cli.launch;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Listens on loopback for the one connection that begins with the token; its lines are the events. Standard output could
 * not carry them, as native libraries print there.
 */
final class EventServer implements AutoCloseable {
  private static final int TOKEN_BYTES = 24;
  private static final int LONGEST_GREETING = 1024;
  private static final int GREETING_MILLIS = 5000;

  private final ServerSocket server;
  private final String token;
  private final Thread reader;

  EventServer(Consumer<String> lines) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
    try {
      this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on loopback", e);
    }
    this.reader = new Thread(() -> read(lines), "treadle-events");
    reader.setDaemon(true);
    reader.start();
  }

  EventEndpoint endpoint() {
    return new EventEndpoint(server.getLocalPort(), token);
  }

  /** Stops listening, then waits until what was sent before has been read. */
  @Override
  public void close() {
    try {
      server.close();
      reader.join(GREETING_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Consumer<String> lines) {
    boolean served = false;
    while (!served && !server.isClosed()) {
      try (Socket socket = server.accept()) {
        served = serve(socket, lines);
      } catch (IOException e) {
        // Closed by us, or the sender died in the middle of a line: the process's end tells.
        served = server.isClosed();
      }
    }
  }

  private boolean serve(Socket socket, Consumer<String> lines) throws IOException {
    socket.setSoTimeout(GREETING_MILLIS);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    if (!MessageDigest.isEqual(bytes(greeting(reader)), bytes(token))) {
      return false;
    }
    socket.setSoTimeout(0);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.accept(line);
    }
    return true;
  }

  private static String greeting(BufferedReader reader) throws IOException {
    StringBuilder greeting = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n' && greeting.length() < LONGEST_GREETING; ) {
      greeting.append((char) c);
      c = reader.read();
    }
    return greeting.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
