package dev.treadle.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The bytes of a file: those that were forced, and what was done to it since. Guarded by its {@link Disk}. */
public final class DiskFile {
  private static final int SECTOR = 512;

  private final List<Change> pending = new ArrayList<>();
  private byte[] durable;

  private DiskFile(byte[] durable) {
    this.durable = durable;
  }

  static DiskFile of(byte[] durable) {
    return new DiskFile(durable);
  }

  void write(long position, byte[] bytes) {
    pending.add(new Change(Math.toIntExact(position), bytes));
  }

  void truncate(long size) {
    pending.add(new Change(Math.toIntExact(size), null));
  }

  void force() {
    for (Change change : pending) {
      durable = change.applyTo(durable);
    }
    pending.clear();
  }

  /**
   * What may be left: the changes since the last force up to one that is torn, or any sectors of any of them.
   */
  byte[] survivor(Random random) {
    byte[] left = durable.clone();
    boolean inOrder = random.nextInt(3) == 0;
    int whole = inOrder ? random.nextInt(pending.size() + 1) : 0;
    double share = List.of(0.0, 0.2, 0.5, 0.9, 1.0).get(random.nextInt(5));
    for (int i = 0; i < pending.size(); i++) {
      Change change = pending.get(i);
      if (inOrder && i < whole) {
        left = change.applyTo(left);
      } else if (!inOrder || i == whole) {
        left = change.tornOnto(left, random, share);
      }
    }
    return left;
  }

  private record Change(int position, byte[] bytes) {
    byte[] applyTo(byte[] content) {
      if (bytes == null) {
        return Arrays.copyOf(content, position);
      }
      byte[] result = Arrays.copyOf(content, Math.max(content.length, position + bytes.length));
      System.arraycopy(bytes, 0, result, position, bytes.length);
      return result;
    }

    byte[] tornOnto(byte[] content, Random random, double share) {
      if (bytes == null) {
        return random.nextDouble() < share ? applyTo(content) : content;
      }
      byte[] result = content;
      for (int from = 0; from < bytes.length; ) {
        // Sectors are those of the file, wherever the write begins.
        int to = Math.min(bytes.length, (position + from) / SECTOR * SECTOR + SECTOR - position);
        if (random.nextDouble() < share) {
          result = new Change(position + from, Arrays.copyOfRange(bytes, from, to)).applyTo(result);
        }
        from = to;
      }
      return result;
    }
  }
}
