package dev.treadle.cache.classfile;

import dev.treadle.cache.classfile.Reference.Kind;
import java.nio.ByteBuffer;

/**
 * Writes the instructions of a Code attribute (JVM specification 4.7.3 and 6.5). Jumps are written as the number of the
 * instruction they go to: offsets move when a constant moves behind index 255 of the pool and takes a longer form.
 */
final class Instructions {
  /** Operands by opcode: digits are bytes; c and C short and long pool index; j and J short and long jump. */
  private static final String FORMATS = "0".repeat(16) + "12cCC" + "1".repeat(5) + "0".repeat(28)
      + "1".repeat(5) + "0".repeat(73) + "2" + "0".repeat(20) + "j".repeat(16) + "1tl"
      + "0".repeat(6) + "C".repeat(7) + "IIC1C00CC00wMjjJJ";

  private static final int LDC = 0x12;
  private static final int LDC_W = 0x13;
  private static final int GOTO = 0xa7;
  private static final int GOTO_W = 0xc8;
  private static final int IINC = 0x84;

  private final ByteBuffer code;
  private final Canonical out;
  private final int[] numbers;

  Instructions(ByteBuffer code, Canonical out) {
    this.code = code.slice(); // switches are padded by the offset in the method
    this.out = out;
    this.numbers = new int[code.remaining() + 1];
    int number = 0;
    for (int at = 0; at < numbers.length - 1; at += length(at)) {
      if (length(at) < 1) {
        throw new IndexOutOfBoundsException(at);
      }
      numbers[at] = number++;
    }
    numbers[numbers.length - 1] = number;
  }

  /** The number of the instruction at an offset; the end of the code counts as one. */
  int number(int offset) {
    return numbers[offset];
  }

  void write() {
    for (int at = 0; at < numbers.length - 1; at += length(at)) {
      write(at);
    }
  }

  private void write(int at) {
    int opcode = unsignedByte(at);
    out.number(opcode == LDC_W ? LDC : opcode == GOTO_W ? GOTO : opcode);
    switch (format(at)) {
      case '1', '2', 'w' -> bytes(at + 1, length(at) - 1);
      case 'c' -> pool(opcode, unsignedByte(at + 1));
      case 'C', 'I' -> pool(opcode, unsignedShort(at + 1));
      case 'M' -> {
        pool(opcode, unsignedShort(at + 1));
        bytes(at + 3, 1);
      }
      case 'j' -> out.number(number(at + code.getShort(at + 1)));
      case 'J' -> out.number(number(at + code.getInt(at + 1)));
      case 't' -> tableSwitch(at);
      case 'l' -> lookupSwitch(at);
      default -> {} // no operands
    }
  }

  private void pool(int opcode, int index) {
    switch (opcode) {
      case LDC, LDC_W, 0x14 -> out.constant(index, Kind.LITERAL);
      case 0xb2, 0xb3 -> out.member(index, Kind.STATIC_FIELD);
      case 0xb4, 0xb5 -> out.member(index, Kind.FIELD);
      case 0xb6, 0xb7, 0xb9 -> out.member(index, Kind.CALL);
      case 0xb8 -> out.member(index, Kind.STATIC_CALL);
      case 0xba -> out.dynamic(index);
      case 0xbb -> out.type(index, Kind.NEW);
      default -> out.type(index, Kind.TYPE);
    }
  }

  private void tableSwitch(int at) {
    int data = aligned(at);
    int low = code.getInt(data + 4);
    int high = code.getInt(data + 8);
    out.number(number(at + code.getInt(data)));
    out.number(low);
    out.number(high);
    for (int i = 0; i <= high - low; i++) {
      out.number(number(at + code.getInt(data + 12 + 4 * i)));
    }
  }

  private void lookupSwitch(int at) {
    int data = aligned(at);
    int pairs = code.getInt(data + 4);
    out.number(number(at + code.getInt(data)));
    out.number(pairs);
    for (int i = 0; i < pairs; i++) {
      out.number(code.getInt(data + 8 + 8 * i));
      out.number(number(at + code.getInt(data + 12 + 8 * i)));
    }
  }

  private int length(int at) {
    return switch (format(at)) {
      case '1', 'c' -> 2;
      case '2', 'C', 'j' -> 3;
      case 'I', 'J' -> 5;
      case 'M' -> 4;
      case 'w' -> unsignedByte(at + 1) == IINC ? 6 : 4;
      case 't' ->
        aligned(at)
            - at
            + 12
            + 4 * (code.getInt(aligned(at) + 8) - code.getInt(aligned(at) + 4) + 1);
      case 'l' -> aligned(at) - at + 8 + 8 * code.getInt(aligned(at) + 4);
      default -> 1;
    };
  }

  private char format(int at) {
    return FORMATS.charAt(unsignedByte(at));
  }

  private static int aligned(int at) {
    return (at + 4) & ~3;
  }

  private void bytes(int from, int count) {
    for (int i = from; i < from + count; i++) {
      out.number(code.get(i));
    }
  }

  private int unsignedByte(int at) {
    return Byte.toUnsignedInt(code.get(at));
  }

  private int unsignedShort(int at) {
    return Short.toUnsignedInt(code.getShort(at));
  }
}
