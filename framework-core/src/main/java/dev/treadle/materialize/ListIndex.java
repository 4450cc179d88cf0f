package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know of a stored list before an item is read.
 *
 * <p>File: {@code TRDL}, version (1), CRC-32C of the rest (4); then items (4), schema length (4) and schema, blocks (4),
 * and of each block items (4), bytes (4), CRC-32C (4). Without blocks every item is nested in a folder of its own.
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record ListIndex(int count, byte[] schema, List<Block> blocks) {

  static final String FILE = "index.bin";

  private static final int MAGIC = 0x5452444C;
  private static final int VERSION = 1;

  ListIndex {
    blocks = List.copyOf(blocks);
  }

  /** A run of items that are written together. */
  record Block(int items, int bytes, int checksum) {}

  void write(OutputStream out) throws IOException {
    var rest = new ByteArrayOutputStream();
    var data = new DataOutputStream(rest);
    data.writeInt(count);
    data.writeInt(schema.length);
    data.write(schema);
    data.writeInt(blocks.size());
    for (var block : blocks) {
      data.writeInt(block.items());
      data.writeInt(block.bytes());
      data.writeInt(block.checksum());
    }
    var head = new DataOutputStream(out);
    head.writeInt(MAGIC);
    head.writeByte(VERSION);
    head.writeInt(Checksum.of(rest.toByteArray()));
    head.write(rest.toByteArray());
    head.flush();
  }

  static ListIndex read(InputStream in) throws IOException {
    var head = new DataInputStream(in);
    if (head.readInt() != MAGIC || head.readByte() != VERSION) {
      throw damaged("its index does not begin as one");
    }
    int checksum = head.readInt();
    var rest = head.readAllBytes();
    if (Checksum.of(rest) != checksum) {
      throw damaged("the checksum of its index does not fit");
    }
    var data = new DataInputStream(new ByteArrayInputStream(rest));
    int count = data.readInt();
    var schema = Checksum.readExactly(data, data.readInt());
    var blocks = new ArrayList<Block>();
    for (int left = data.readInt(); left > 0; left--) {
      blocks.add(new Block(data.readInt(), data.readInt(), data.readInt()));
    }
    return new ListIndex(count, schema, blocks);
  }

  static MaterializationException damaged(String what) {
    return new MaterializationException(
        CoreProblem.MAT_READ, "The stored list is damaged: " + what);
  }
}
