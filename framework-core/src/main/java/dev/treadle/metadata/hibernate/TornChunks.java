package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hides from H2 the newest chunks of a file as long as a power cut has left only parts of them, or of one that they follow. They
 * were never acknowledged, or they would have been forced.
 */
final class TornChunks {
  private static final Logger log = LoggerFactory.getLogger(TornChunks.class);
  private static final int HEADERS = 2;

  private final FileChannel file;

  private TornChunks(FileChannel file) {
    this.file = file;
  }

  /** To be called before H2 reads the file. */
  static void hide(FileChannel file, String name) throws IOException {
    TornChunks chunks = new TornChunks(file);
    int hidden = 0;
    for (StoredChunk newest = chunks.newest();
        newest != null && !chunks.isOnDisk(newest);
        newest = chunks.newest()) {
      newest.hide(file);
      hidden++;
    }
    if (hidden > 0) {
      file.force(false);
      log.warn(
          "{} was cut off while it was written; {} writes that nobody relied on are undone",
          name,
          hidden);
    }
  }

  /** Whether a chunk and those that were not forced before it are as they were written. */
  private boolean isOnDisk(StoredChunk newest) throws IOException {
    StoredChunk chunk = newest;
    while (chunk.isWhole(file)) {
      if (chunk.before().isEmpty()) {
        return true;
      }
      Optional<StoredChunk> before = StoredChunk.at(file, chunk.before().get());
      if (before.isEmpty() || before.get().version() >= chunk.version()) {
        return false;
      }
      chunk = before.get();
    }
    return false;
  }

  /** The chunk that H2 would begin with, null if that is the one of the header, which was forced before that was written. */
  private @Nullable StoredChunk newest() throws IOException {
    Map<String, String> header = header();
    if (header == null || "1".equals(header.get("clean"))) {
      return null;
    }
    long forced = number(header, "version");
    long end = file.size() / StoredChunk.BLOCK;
    Optional<StoredChunk> named = StoredChunk.at(file, number(header, "block"))
        .filter(chunk -> chunk.id() == number(header, "chunk"));
    Optional<StoredChunk> last = lastBefore(end);
    StoredChunk newest = named.orElse(null);
    if (last.isPresent() && (newest == null || last.get().version() > newest.version())) {
      newest = last.get();
    }
    while (newest != null) {
      StoredChunk before = newest;
      Optional<StoredChunk> next = before.next() == 0
          ? Optional.empty()
          : StoredChunk.at(file, before.next())
              .filter(chunk -> chunk.id() == before.id() + 1 && chunk.version() > before.version());
      if (next.isEmpty()) {
        break;
      }
      newest = next.get();
    }
    return newest == null || newest.version() <= forced ? null : newest;
  }

  private Optional<StoredChunk> lastBefore(long end) throws IOException {
    for (long block = end; block > HEADERS; block--) {
      Optional<StoredChunk> chunk = StoredChunk.endingAt(file, block);
      if (chunk.isPresent()) {
        return chunk;
      }
    }
    return Optional.empty();
  }

  /** The newer of the two headers that are whole. */
  private @Nullable Map<String, String> header() throws IOException {
    Map<String, String> newest = null;
    for (int block = 0; block < HEADERS; block++) {
      ByteBuffer bytes = ByteBuffer.allocate(StoredChunk.BLOCK);
      int read = file.read(bytes, (long) block * StoredChunk.BLOCK);
      Optional<Map<String, String>> header =
          read < 0 ? Optional.empty() : CheckedLine.parse(bytes.array());
      if (header.isPresent()
          && (newest == null || number(header.get(), "version") > number(newest, "version"))) {
        newest = header.get();
      }
    }
    return newest;
  }

  private static long number(Map<String, String> values, String key) {
    return Long.parseLong(values.getOrDefault(key, "0"), 16);
  }
}
