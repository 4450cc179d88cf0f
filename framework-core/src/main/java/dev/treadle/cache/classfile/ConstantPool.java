package dev.treadle.cache.classfile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The constant pool of one class file (JVM specification 4.4). Text is decoded when it is asked for. */
final class ConstantPool {
  static final int UTF8 = 1;
  static final int INTEGER = 3;
  static final int FLOAT = 4;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int METHOD_HANDLE = 15;
  static final int METHOD_TYPE = 16;
  static final int DYNAMIC = 17;

  private final ByteBuffer bytes;
  private final int[] offsets;
  private final String[] texts;
  private final Reference[] members;

  /** Reads from the buffer's position, and leaves it behind the pool. */
  ConstantPool(ByteBuffer in) {
    bytes = in.duplicate();
    int count = Short.toUnsignedInt(in.getShort());
    offsets = new int[count];
    texts = new String[count];
    members = new Reference[count];
    for (int i = 1; i < count; i++) {
      offsets[i] = in.position();
      int tag = in.get();
      skip(in, tag);
      if (tag == LONG || tag == DOUBLE) {
        i++; // these take two indexes
      }
    }
  }

  private static void skip(ByteBuffer in, int tag) {
    int length = switch (tag) {
      case UTF8 -> Short.toUnsignedInt(in.getShort());
      case CLASS, STRING, METHOD_TYPE, 19, 20 -> 2;
      case METHOD_HANDLE -> 3;
      case INTEGER, FLOAT, 9, 10, 11, 12, DYNAMIC, 18 -> 4;
      case LONG, DOUBLE -> 8;
      default -> throw new IndexOutOfBoundsException("unknown constant " + tag);
    };
    in.position(in.position() + length);
  }

  int tag(int index) {
    return bytes.get(offsets[index]);
  }

  int intValue(int index) {
    return bytes.getInt(offsets[index] + 1);
  }

  long longValue(int index) {
    return bytes.getLong(offsets[index] + 1);
  }

  /** The first of the two indexes that an entry consists of. */
  int first(int index) {
    return unsignedShort(offsets[index] + 1);
  }

  /** The second of the two indexes that an entry consists of. */
  int second(int index) {
    return unsignedShort(offsets[index] + 3);
  }

  int handleKind(int index) {
    return bytes.get(offsets[index] + 1);
  }

  int handleTarget(int index) {
    return unsignedShort(offsets[index] + 2);
  }

  /** The text that a class, string or method type entry points at. */
  String text(int index) {
    return utf8(first(index));
  }

  /** A field or method entry as a reference. */
  Reference member(int index, Reference.Kind kind) {
    Reference known = members[index];
    if (known == null || known.kind() != kind) {
      int nameAndType = second(index);
      known = new Reference(
          kind, text(first(index)), utf8(first(nameAndType)), utf8(second(nameAndType)));
      members[index] = known;
    }
    return known;
  }

  String utf8(int index) {
    String text = texts[index];
    if (text == null) {
      text = decode(offsets[index] + 1);
      texts[index] = text;
    }
    return text;
  }

  private String decode(int offset) {
    byte[] text = new byte[2 + unsignedShort(offset)];
    bytes.get(offset, text);
    boolean ascii = true;
    for (int i = 2; i < text.length && ascii; i++) {
      ascii = text[i] > 0;
    }
    if (ascii) {
      return new String(text, 2, text.length - 2, StandardCharsets.ISO_8859_1);
    }
    try {
      return new DataInputStream(new ByteArrayInputStream(text)).readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int unsignedShort(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }
}
