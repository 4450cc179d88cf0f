package dev.treadle.cache.classfile;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes of a class, member, record component or code, by name. */
final class Attributes {
  private final Map<String, ByteBuffer> byName;

  private Attributes(Map<String, ByteBuffer> byName) {
    this.byName = byName;
  }

  /** Reads from the buffer's position, and leaves it behind the attributes. */
  static Attributes read(ByteBuffer in, ConstantPool pool) {
    Map<String, ByteBuffer> byName = new LinkedHashMap<>();
    int count = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < count; i++) {
      String name = pool.utf8(Short.toUnsignedInt(in.getShort()));
      int length = in.getInt();
      byName.put(name, in.slice(in.position(), length));
      in.position(in.position() + length);
    }
    return new Attributes(byName);
  }

  Optional<ByteBuffer> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(ByteBuffer::duplicate);
  }

  /** The attributes without their order, which means nothing. */
  SortedMap<String, ByteBuffer> sorted() {
    SortedMap<String, ByteBuffer> sorted = new TreeMap<>();
    byName.forEach((name, bytes) -> sorted.put(name, bytes.duplicate()));
    return sorted;
  }
}
