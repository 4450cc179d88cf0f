package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;
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
 * <p>They are asynchronous files, because a plain file channel is closed for everyone when a reading thread is interrupted, as
 * the threads of cancelled steps are.
 */
public class DatabaseFiles extends FilePathAsync {
  static final String SCHEME = "treadle";

  private static final int BLOCK = 4096;
  private static final int HEADERS = 2 * BLOCK;
  private static final byte[] HEADER_START = "H:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNK_START = "chunk:".getBytes(StandardCharsets.US_ASCII);

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
    return new Channel(super.open(mode));
  }

  private record Chunk(String id, String version, long block) {
    long order() {
      return Long.parseLong(version, 16);
    }
  }

  private static final class Channel extends ForwardingFile {
    private @Nullable Chunk newest;
    private boolean forced = true;

    Channel(FileChannel file) {
      super(file);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      if (position == 0 && bytes.remaining() == HEADERS && startsWith(bytes, HEADER_START)) {
        return writeHeaders(bytes);
      }
      if (position % BLOCK == 0 && startsWith(bytes, CHUNK_START)) {
        note(line(bytes), position / BLOCK);
      }
      forced = false;
      return super.write(bytes, position);
    }

    private int writeHeaders(ByteBuffer bytes) throws IOException {
      if (!forced) {
        force(false);
      }
      byte[] header = header(DataUtils.parseMap(line(bytes)));
      ByteBuffer both = ByteBuffer.allocate(HEADERS);
      both.put(0, header).put(BLOCK, header);
      while (both.hasRemaining()) {
        super.write(both, both.position());
      }
      forced = false;
      bytes.position(bytes.limit());
      return HEADERS;
    }

    private byte[] header(Map<String, String> written) {
      HashMap<String, String> header = new HashMap<>(written);
      Chunk last = newest;
      if (last != null && last.order() > Long.parseLong(header.getOrDefault("version", "0"), 16)) {
        header.put("chunk", last.id());
        header.put("version", last.version());
        header.put("block", Long.toHexString(last.block()));
      }
      header.remove("fletcher");
      StringBuilder text = DataUtils.appendMap(new StringBuilder(), header);
      byte[] summed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      DataUtils.appendMap(text, "fletcher", DataUtils.getFletcher32(summed, 0, summed.length));
      return text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void note(String line, long block) {
      Map<String, String> chunk = DataUtils.parseMap(line);
      String id = chunk.get("chunk");
      String version = chunk.get("version");
      if (id != null && version != null) {
        Chunk written = new Chunk(id, version, block);
        if (newest == null || written.order() >= newest.order()) {
          newest = written;
        }
      }
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] start) {
      return bytes.remaining() >= BLOCK
          && bytes.slice(bytes.position(), start.length).equals(ByteBuffer.wrap(start));
    }

    private static String line(ByteBuffer bytes) {
      byte[] block = new byte[BLOCK];
      bytes.get(bytes.position(), block);
      String text = new String(block, StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\n');
      return (end < 0 ? text : text.substring(0, end)).trim();
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
      super.force(metadata);
      forced = true;
    }
  }
}
