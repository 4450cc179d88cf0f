package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetricPoint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Points of one metric as bytes: step, raw bits of the number, and milliseconds, each 8 bytes, most significant first.
 *
 * <p>A row for each point would cost twenty times as much and lose NaN and the sign of zero on some databases.
 */
final class PackedPoints {
  static final int BLOCK = 1_024;
  private static final int POINT_BYTES = 3 * Long.BYTES;

  private PackedPoints() {}

  static byte[] pack(List<MetricPoint> points) {
    ByteBuffer buffer = ByteBuffer.allocate(points.size() * POINT_BYTES);
    for (MetricPoint point : points) {
      buffer
          .putLong(point.step())
          .putLong(Double.doubleToRawLongBits(point.number()))
          .putLong(point.at().toEpochMilli());
    }
    return buffer.array();
  }

  static List<MetricPoint> unpack(String name, byte[] packed) {
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    List<MetricPoint> points = new ArrayList<>(packed.length / POINT_BYTES);
    while (buffer.hasRemaining()) {
      points.add(new MetricPoint(
          name,
          buffer.getLong(),
          Double.longBitsToDouble(buffer.getLong()),
          Instant.ofEpochMilli(buffer.getLong())));
    }
    return points;
  }
}
