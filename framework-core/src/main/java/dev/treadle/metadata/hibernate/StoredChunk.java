package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;

/**
 * What H2 writes at once: a line that says which chunk it is, pages, and a footer. H2 takes a chunk for whole when line and
 * footer fit. We add to the footer a sum of all other bytes, and which chunk was written before when that was not yet forced.
 *
 * @param block where it begins
 * @param next where H2 foresaw the next one, 0 if it did not
 * @param sum of the bytes before the footer, empty when an earlier version wrote it
 * @param before where the chunk before is, empty when that was on disk when this was written
 */
record StoredChunk(
    long id, long version, long block, long blocks, long next, String sum, Optional<Long> before) {
  static final int BLOCK = 4096;

  private static final int FOOTER = 128;
  private static final int LINE = 1024;
  private static final byte[] START = "chunk:".getBytes(StandardCharsets.US_ASCII);
  private static final String SUM = "sum";
  private static final String BEFORE = "before";

  /** The chunk that is about to be written to a block, if that is what the bytes are. */
  static Optional<StoredChunk> in(ByteBuffer bytes, long block) {
    if (bytes.remaining() < BLOCK
        || !bytes.slice(bytes.position(), START.length).equals(ByteBuffer.wrap(START))) {
      return Optional.empty();
    }
    byte[] line = new byte[LINE];
    bytes.get(bytes.position(), line);
    byte[] footer = new byte[FOOTER];
    bytes.get(bytes.limit() - FOOTER, footer);
    return of(line, footer, block).filter(chunk -> chunk.blocks * BLOCK == bytes.remaining());
  }

  /** The chunk that begins at a block of a file. */
  static Optional<StoredChunk> at(FileChannel file, long block) throws IOException {
    Optional<byte[]> line = read(file, block * BLOCK, LINE);
    long blocks =
        line.map(StoredChunk::values).map(values -> number(values, "len")).orElse(0L);
    Optional<byte[]> footer =
        blocks < 1 ? Optional.empty() : read(file, (block + blocks) * BLOCK - FOOTER, FOOTER);
    return footer.isEmpty() ? Optional.empty() : of(line.get(), footer.get(), block);
  }

  /** The chunk that ends before a block of a file. */
  static Optional<StoredChunk> endingAt(FileChannel file, long block) throws IOException {
    long blocks = read(file, block * BLOCK - FOOTER, FOOTER)
        .flatMap(CheckedLine::parse)
        .map(values -> number(values, "len"))
        .orElse(0L);
    return blocks < 1 || blocks > block ? Optional.empty() : at(file, block - blocks);
  }

  /** Adds to the footer of these bytes, where it has room. */
  void stamp(ByteBuffer bytes, Optional<Long> unforced) {
    byte[] footer = new byte[FOOTER];
    int start = bytes.limit() - FOOTER;
    bytes.get(start, footer);
    Map<String, String> values = CheckedLine.parse(footer).orElseThrow();
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().limit(start));
    values.put(SUM, Long.toHexString(crc.getValue()));
    unforced.ifPresent(at -> values.put(BEFORE, Long.toHexString(at)));
    byte[] line = CheckedLine.of(values);
    if (line.length < FOOTER) {
      java.util.Arrays.fill(footer, (byte) ' ');
      System.arraycopy(line, 0, footer, 0, line.length - 1);
      footer[FOOTER - 1] = '\n';
      bytes.put(start, footer);
    }
  }

  /** Whether its bytes are those that were written. */
  boolean isWhole(FileChannel file) throws IOException {
    if (sum.isEmpty()) {
      return true;
    }
    Optional<byte[]> bytes = read(file, block * BLOCK, Math.toIntExact(blocks * BLOCK - FOOTER));
    CRC32C crc = new CRC32C();
    bytes.ifPresent(crc::update);
    return bytes.isPresent() && Long.toHexString(crc.getValue()).equals(sum);
  }

  /** Has H2 find no chunk here. */
  void hide(FileChannel file) throws IOException {
    write(file, block * BLOCK);
    write(file, (block + blocks) * BLOCK - FOOTER);
  }

  private static Optional<StoredChunk> of(byte[] line, byte[] footer, long block) {
    Map<String, String> header = values(line);
    return CheckedLine.parse(footer)
        .filter(end -> number(end, "chunk") == number(header, "chunk")
            && number(end, "version") == number(header, "version"))
        .map(end -> new StoredChunk(
            number(header, "chunk"),
            number(header, "version"),
            block,
            number(header, "len"),
            number(header, "next"),
            end.getOrDefault(SUM, ""),
            end.containsKey(BEFORE) ? Optional.of(number(end, BEFORE)) : Optional.empty()));
  }

  private static Map<String, String> values(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    try {
      return text.startsWith("chunk:") && end > 0
          ? DataUtils.parseMap(text.substring(0, end).trim())
          : Map.of();
    } catch (RuntimeException notALine) {
      return Map.of();
    }
  }

  private static long number(Map<String, String> values, String key) {
    try {
      return Long.parseLong(values.getOrDefault(key, "0"), 16);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<byte[]> read(FileChannel file, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (position >= 0 && bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        return Optional.empty();
      }
    }
    return position < 0 ? Optional.empty() : Optional.of(bytes.array());
  }

  private static void write(FileChannel file, long position) throws IOException {
    ByteBuffer nothing = ByteBuffer.allocate(FOOTER);
    while (nothing.hasRemaining()) {
      file.write(nothing, position + nothing.position());
    }
  }
}
