package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventConnectionTest {
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stopListening() throws IOException {
    server.close();
  }

  @Test
  void noticesThatTheCommandLineIsGone() throws Exception {
    EventConnection events = connect();

    server.accept().close();

    assertThat(abandoned.await(30, TimeUnit.SECONDS)).isTrue();
    events.close();
  }

  @Test
  void isNotAbandonedByItsOwnEnd() throws Exception {
    EventConnection events = connect();
    try (Socket socket = server.accept();
        BufferedReader lines = new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      events.line("told");
      events.close();

      assertThat(lines.lines()).containsExactly("token", "told");
    }
    assertThat(abandoned.getCount()).isOne();
  }

  private EventConnection connect() {
    return EventConnection.open(
        new EventEndpoint(server.getLocalPort(), "token"),
        OutputStream.nullOutputStream(),
        abandoned::countDown);
  }
}
