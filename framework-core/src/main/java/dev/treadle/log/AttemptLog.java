package dev.treadle.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of one attempt while it is being written: in memory, from 256 KiB on in a temporary file. Thread-safe. After
 * {@link #end} nothing more is taken.
 */
public final class AttemptLog implements AutoCloseable {
  private static final int IN_MEMORY = 256 * 1024;

  private final Clock clock;
  private final Path spillFolder;
  private final Consumer<String> live;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
  private @Nullable Path file;
  private @Nullable OutputStream spill;
  private long bytes;
  private boolean ended;
  private final Map<PrintedBy, ByteArrayOutputStream> unfinishedLines = new LinkedHashMap<>();

  private record PrintedBy(Thread thread, String source, LogLevel level) {}

  /**
   * @param spillFolder where a temporary file is made when the log grows large; created when needed
   */
  public AttemptLog(Clock clock, Path spillFolder) {
    this(clock, spillFolder, line -> {});
  }

  /**
   * Tells each line when it is written, too.
   *
   * @param live is called under the log's lock
   */
  public AttemptLog(Clock clock, Path spillFolder, Consumer<String> live) {
    this.clock = clock;
    this.spillFolder = spillFolder;
    this.live = live;
  }

  /** Adds a line; false when the log has ended, so that the line belongs elsewhere. */
  public synchronized boolean add(LogLevel level, String source, String message) {
    if (ended) {
      return false;
    }
    String text = new LogLine(clock.instant(), level, source, message).format();
    live.accept(text);
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      target(line.length).write(line);
      bytes += line.length;
    } catch (IOException e) {
      // A full disk must not fail the step for its log's sake: the log ends here.
      ended = true;
    }
    return true;
  }

  /** Adds printed UTF-8 bytes, line by line; false when the log has ended, so that they belong elsewhere. */
  synchronized boolean print(LogLevel level, String source, byte[] text, int offset, int length) {
    if (ended) {
      return false;
    }
    PrintedBy key = new PrintedBy(Thread.currentThread(), source, level);
    ByteArrayOutputStream line =
        unfinishedLines.computeIfAbsent(key, k -> new ByteArrayOutputStream());
    for (int i = offset; i < offset + length; i++) {
      if (text[i] == '\n') {
        addPrinted(key, line);
      } else {
        line.write(text[i]);
      }
    }
    if (line.size() == 0) {
      unfinishedLines.remove(key);
    }
    return true;
  }

  /** Takes no more lines; what was printed without a line end becomes a line. */
  public synchronized void end() {
    unfinishedLines.forEach(this::addPrinted);
    unfinishedLines.clear();
    ended = true;
    closeSpill();
  }

  public synchronized long size() {
    return bytes;
  }

  /** What was written, from the beginning. Only after {@link #end}. */
  public synchronized InputStream read() throws IOException {
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : Files.newInputStream(file);
  }

  /** Ends the log and deletes its temporary file. */
  @Override
  public synchronized void close() {
    end();
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private void addPrinted(PrintedBy by, ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    add(by.level(), by.source(), text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  private OutputStream target(int more) throws IOException {
    if (spill != null) {
      return spill;
    }
    if (memory.size() + more <= IN_MEMORY) {
      return memory;
    }
    Files.createDirectories(spillFolder);
    file = Files.createTempFile(spillFolder, "log", ".tmp");
    spill = Files.newOutputStream(file);
    memory.writeTo(spill);
    memory.reset();
    return spill;
  }

  private void closeSpill() {
    if (spill != null) {
      try {
        spill.close();
      } catch (IOException e) {
        // The lines that reached the disk are kept.
      }
      spill = null;
    }
  }
}
