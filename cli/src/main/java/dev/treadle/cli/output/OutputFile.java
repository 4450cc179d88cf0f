package dev.treadle.cli.output;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that a command writes for the user: there whole or not at all, and never in place of another unasked. */
public final class OutputFile {
  private final Path target;
  private final boolean force;

  /** @param force whether it may replace a file */
  public OutputFile(Path target, boolean force) {
    this.target = target;
    this.force = force;
  }

  /** Refuses what is there already, before anything is made in vain. */
  public void check() {
    if (Files.isDirectory(target)) {
      throw exists(target, "name a file in it");
    }
    if (!force && Files.exists(target)) {
      throw exists(target, "--force replaces it");
    }
  }

  public void write(String text) {
    check();
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      write(temporary, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      move(temporary);
    } catch (IOException e) {
      throw failed(target, e);
    } finally {
      delete(temporary);
    }
  }

  /** What to say when something is in the way. */
  public static TreadleException exists(Path target, String fix) {
    return new TreadleException(
        CliProblem.EXISTS, target + " exists, and nothing was written\nfix: " + fix);
  }

  /** What to say when the disk is full or the like. */
  public static TreadleException failed(Path target, IOException e) {
    String reason = e instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : e.getClass().getSimpleName() + ": " + e.getMessage();
    return new TreadleException(
        CliProblem.OUTPUT_FAILED, "Cannot write " + target + ": " + reason, e);
  }

  /** Also refuses a file that came while this one was written. */
  private void move(Path temporary) throws IOException {
    if (force) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      Files.move(temporary, target);
    } catch (FileAlreadyExistsException e) {
      throw exists(target, "--force replaces it");
    }
  }

  private static void write(Path path, ByteBuffer bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // What went wrong before is what matters.
    }
  }
}
