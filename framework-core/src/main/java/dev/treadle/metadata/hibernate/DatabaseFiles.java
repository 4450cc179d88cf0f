package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The files of H2's store, with the place of its newest chunk kept where it looks for it after a crash.
 *
 * <p>H2 appends chunks, or puts them where older ones are no longer needed. It finds the newest by the file's header, from
 * there by what each chunk says of the next, and from the end of the file. When a chunk is not where the one before said, the
 * header has to name it; H2 2.5 writes the header before it takes note of the chunk and so names the one before, and what was
 * committed from there on is lost when the process is killed. Here the header gets the chunk that was written last, after that
 * is on disk.
 *
 * <p>They stay open when a thread that reads them is interrupted, as the threads of cancelled steps are.
 */
public class DatabaseFiles extends FilePathWrapper {
  static final String SCHEME = "treadle";

  private static final int HEADERS = 2 * StoredChunk.BLOCK;
  private static final byte[] HEADER_START = "H:".getBytes(StandardCharsets.US_ASCII);

  /** Makes the scheme known to H2. */
  static void register() {
    FilePath.register(new DatabaseFiles());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = openFile(mode);
    if (!mode.equals("r")) {
      TornChunks.hide(file, name);
    }
    return new Channel(file);
  }

  /** Opens the file below, which is where tests put a disk of theirs. */
  FileChannel openFile(String mode) throws IOException {
    return LastingFile.open(Path.of(name.substring(getScheme().length() + 1)), mode);
  }

  private static final class Channel extends ForwardingFile {
    private @Nullable StoredChunk newest;
    private boolean forced = true;
    private Optional<Long> unforced = Optional.empty();

    Channel(FileChannel file) {
      super(file);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      if (position == 0 && bytes.remaining() == HEADERS && startsWith(bytes, HEADER_START)) {
        return writeHeaders(bytes);
      }
      Optional<StoredChunk> chunk = position % StoredChunk.BLOCK == 0
          ? StoredChunk.in(bytes, position / StoredChunk.BLOCK)
          : Optional.empty();
      if (chunk.isPresent()) {
        return writeChunk(chunk.get(), bytes, position);
      }
      forced = false;
      return super.write(bytes, position);
    }

    private int writeChunk(StoredChunk chunk, ByteBuffer bytes, long position) throws IOException {
      boolean isNew = newest == null || chunk.version() >= newest.version();
      chunk.stamp(bytes, isNew ? unforced : Optional.empty());
      int length = bytes.remaining();
      writeAll(bytes, position);
      forced = false;
      if (isNew) {
        newest = chunk;
        unforced = Optional.of(chunk.block());
      } else {
        // An older one at another place: what is written next will lead there.
        force(false);
      }
      return length;
    }

    private int writeHeaders(ByteBuffer bytes) throws IOException {
      if (!forced) {
        force(false);
      }
      byte[] written = new byte[StoredChunk.BLOCK];
      bytes.get(bytes.position(), written);
      byte[] header = header(CheckedLine.parse(written).orElseThrow());
      ByteBuffer both = ByteBuffer.allocate(HEADERS);
      both.put(0, header).put(StoredChunk.BLOCK, header);
      writeAll(both, 0);
      forced = false;
      bytes.position(bytes.limit());
      return HEADERS;
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
      long at = position;
      while (bytes.hasRemaining()) {
        at += super.write(bytes, at);
      }
    }

    private byte[] header(Map<String, String> written) {
      HashMap<String, String> header = new HashMap<>(written);
      StoredChunk last = newest;
      if (last != null
          && last.version() > Long.parseLong(header.getOrDefault("version", "0"), 16)) {
        header.put("chunk", Long.toHexString(last.id()));
        header.put("version", Long.toHexString(last.version()));
        header.put("block", Long.toHexString(last.block()));
      }
      return CheckedLine.of(header);
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] start) {
      return bytes.slice(bytes.position(), start.length).equals(ByteBuffer.wrap(start));
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
      super.force(metadata);
      forced = true;
      unforced = Optional.empty();
    }
  }
}
