package dev.treadle.cli.output;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Standard output or error. Unlike a PrintStream it notices when nobody can read what it writes. */
public final class Sink {
  private static final int BUFFER = 8192;

  private final OutputStream stream;
  private final Charset charset;

  public Sink(OutputStream stream, Charset charset) {
    this.stream = stream;
    this.charset = charset;
  }

  public void line(String text) {
    print(text + "\n");
  }

  public void print(String text) {
    try {
      stream.write(text.getBytes(charset));
      stream.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Copies bytes as they are. */
  public void copy(InputStream bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      try {
        stream.write(buffer, 0, n);
      } catch (IOException e) {
        throw failed(e);
      }
    }
    print("");
  }

  private static RuntimeException failed(IOException e) {
    String reason = String.valueOf(e.getMessage());
    return reason.contains("Broken pipe")
        ? new ClosedPipeException(e)
        : new TreadleException(
            CliProblem.OUTPUT_FAILED,
            "Cannot write the output: " + reason + ". What the command did until then stands",
            e);
  }
}
