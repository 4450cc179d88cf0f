package dev.treadle.cli.session;

import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command line gets from the process that it runs in.
 *
 * @param stdin where answers are typed
 */
public record Surroundings(
    InputStream stdin,
    OutputStream stdout,
    OutputStream stderr,
    Charset charset,
    Terminal terminal,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    StoreOpener stores,
    Describer describer) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Surroundings in which nobody types. */
  public Surroundings(
      OutputStream stdout,
      OutputStream stderr,
      Charset charset,
      Terminal terminal,
      Map<String, String> environment,
      Path directory,
      Clock clock,
      StoreOpener stores,
      Describer describer) {
    this(
        InputStream.nullInputStream(),
        stdout,
        stderr,
        charset,
        terminal,
        environment,
        directory,
        clock,
        stores,
        describer);
  }
}
