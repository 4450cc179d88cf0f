package dev.treadle.cli.session;

import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What the command line gets from the process that it runs in. */
public record Surroundings(
    OutputStream stdout,
    OutputStream stderr,
    Charset charset,
    Terminal terminal,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    StoreOpener stores) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
