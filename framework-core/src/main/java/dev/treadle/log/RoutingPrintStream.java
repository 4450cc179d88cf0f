package dev.treadle.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A standard stream that gives what a step prints to the step's log and everything else to the original. */
final class RoutingPrintStream extends PrintStream {

  RoutingPrintStream(PrintStream original, LogLevel level, String source) {
    super(new Router(original, level, source), true, StandardCharsets.UTF_8);
  }

  private static final class Router extends OutputStream {
    private final PrintStream original;
    private final LogLevel level;
    private final String source;

    Router(PrintStream original, LogLevel level, String source) {
      this.original = original;
      this.level = level;
      this.source = source;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      AttemptLog log = LogCapture.current();
      if (log == null || !log.print(level, source, bytes, offset, length)) {
        original.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      original.flush();
    }
  }
}
