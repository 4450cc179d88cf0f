package dev.treadle.lineage;

import java.util.Arrays;
import java.util.UUID;

/** Numbers ids from 0 in the order of their first appearance. Open addressing over flat arrays: 24 bytes an id or so. */
final class IdTable {
  static final int ABSENT = -1;

  private long[] high = new long[1_024];
  private long[] low = new long[1_024];
  private int[] slots = filled(4_096);
  private int size;

  int size() {
    return size;
  }

  UUID id(int number) {
    return new UUID(high[number], low[number]);
  }

  int find(UUID id) {
    return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
  }

  int add(UUID id) {
    long itsHigh = id.getMostSignificantBits();
    long itsLow = id.getLeastSignificantBits();
    int slot = slot(itsHigh, itsLow);
    if (slots[slot] == ABSENT) {
      if (size == high.length) {
        high = Arrays.copyOf(high, size * 2);
        low = Arrays.copyOf(low, size * 2);
      }
      high[size] = itsHigh;
      low[size] = itsLow;
      slots[slot] = size++;
      if (size * 2 > slots.length) {
        rehash();
      }
      return size - 1;
    }
    return slots[slot];
  }

  private int slot(long itsHigh, long itsLow) {
    int mask = slots.length - 1;
    long mixed = (itsHigh ^ Long.rotateLeft(itsLow, 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != ABSENT && (high[slots[slot]] != itsHigh || low[slots[slot]] != itsLow)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    slots = filled(slots.length * 2);
    for (int number = 0; number < size; number++) {
      slots[slot(high[number], low[number])] = number;
    }
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, ABSENT);
    return slots;
  }
}
