package dev.treadle.cache.classfile;

import dev.treadle.cache.classfile.Reference.Kind;
import java.nio.ByteBuffer;

/** Writes annotations that are visible at run time (JVM specification 4.7.16 to 4.7.22). */
final class Annotations {
  /** Options of a step, such as its retries, are not its code; those that matter are parts of the key themselves. */
  private static final String OPTIONS = "Ldev/treadle/api/";

  private final ClassFile owner;
  private final ByteBuffer in;

  Annotations(ClassFile owner, ByteBuffer in) {
    this.owner = owner;
    this.in = in;
  }

  void writeAll(Canonical out) {
    int count = unsignedShort();
    for (int i = 0; i < count; i++) {
      write(out);
    }
  }

  void writeParameters(Canonical out) {
    int parameters = in.get();
    for (int i = 0; i < parameters; i++) {
      out.number(i);
      writeAll(out);
    }
  }

  void writeOnTypes(Canonical out) {
    int count = unsignedShort();
    for (int i = 0; i < count; i++) {
      int target = Byte.toUnsignedInt(in.get());
      out.number(target);
      bytes(
          switch (target) {
            case 0x00, 0x01, 0x16 -> 1;
            case 0x10, 0x11, 0x12, 0x17 -> 2;
            case 0x13, 0x14, 0x15 -> 0;
            default -> throw new IndexOutOfBoundsException("type annotation on " + target);
          },
          out);
      bytes(2 * in.get(in.position()) + 1, out); // the path into the type, after its length
      write(out);
    }
  }

  void writeValue(Canonical out) {
    int tag = in.get();
    out.number(tag);
    switch (tag) {
      case 'e' -> {
        enumType(out);
        out.utf8(unsignedShort());
      }
      case 'c' -> {
        String type = owner.pool().utf8(unsignedShort());
        out.text(type);
        TypeNames.in(type).forEach(name -> out.refer(name, Kind.LITERAL));
      }
      case '@' -> write(out);
      case '[' -> {
        int count = unsignedShort();
        out.number(count);
        for (int i = 0; i < count; i++) {
          writeValue(out);
        }
      }
      case 's' -> out.utf8(unsignedShort());
      case 'D', 'J' -> out.number(owner.pool().longValue(unsignedShort()));
      default -> out.number(owner.pool().intValue(unsignedShort()));
    }
  }

  private void write(Canonical out) {
    String type = owner.pool().utf8(unsignedShort());
    Canonical target = type.startsWith(OPTIONS) ? new Canonical(owner) : out;
    target.text(type);
    TypeNames.in(type).forEach(name -> target.refer(name, Kind.ANNOTATION));
    int count = unsignedShort();
    target.number(count);
    for (int i = 0; i < count; i++) {
      target.utf8(unsignedShort());
      writeValue(target);
    }
  }

  private void enumType(Canonical out) {
    String type = owner.pool().utf8(unsignedShort());
    out.text(type);
    TypeNames.in(type).forEach(name -> out.refer(name, Kind.TYPE));
  }

  private void bytes(int count, Canonical out) {
    for (int i = 0; i < count; i++) {
      out.number(in.get());
    }
  }

  private int unsignedShort() {
    return Short.toUnsignedInt(in.getShort());
  }
}
