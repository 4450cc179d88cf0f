package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * What the declared type reaches: one line for each class of the user, by simple name, with its members; and the
 * constants of its enums. Numbers, not class names, are a class's identity: a class may move, and tools such as JShell
 * rename it.
 */
record Schema(List<String> lines, List<List<String>> constants) {

  Schema {
    lines = List.copyOf(lines);
    constants = List.copyOf(constants);
  }

  /** The first difference for a message; empty when values of the other schema can be read with this one. */
  String differenceFrom(Schema stored) {
    for (int i = 0; i < Math.max(lines.size(), stored.lines.size()); i++) {
      var now = i < lines.size() ? lines.get(i) : "nothing";
      var then = i < stored.lines.size() ? stored.lines.get(i) : "nothing";
      if (!now.equals(then)) {
        return "it was written as %s and the class is now %s".formatted(then, now);
      }
    }
    return stored.constants.size() == constants.size() ? "" : "its enums differ in number";
  }

  byte[] encoded() {
    var out = new Output(256, -1);
    writeAll(out, lines);
    out.writeVarInt(constants.size() + 1, true);
    constants.forEach(names -> writeAll(out, names));
    return out.toBytes();
  }

  static Schema decoded(byte[] bytes) {
    var in = new BoundedInput(bytes);
    var lines = readAll(in);
    var constants = new ArrayList<List<String>>();
    for (int left = in.readLength(1); left > 0; left--) {
      constants.add(readAll(in));
    }
    return new Schema(lines, constants);
  }

  private static void writeAll(Output out, List<String> texts) {
    out.writeVarInt(texts.size() + 1, true);
    texts.forEach(out::writeString);
  }

  private static List<String> readAll(BoundedInput in) {
    var texts = new ArrayList<String>();
    for (int left = in.readLength(1); left > 0; left--) {
      texts.add(String.valueOf(in.readString()));
    }
    return texts;
  }
}
