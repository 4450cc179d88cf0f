package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a record or an object as a map of its members, without its class. Writes nothing. */
final class StructCodec extends Codec {

  private static final int NULL = 0;
  private static final int NEW = 1;
  private static final int FIRST_REFERENCE = 2;

  private final boolean isObject;
  private List<MemberCodec> members = List.of();
  private boolean shared;

  /**
   * A codec without members.
   *
   * @param isObject whether what is read has an identity from its beginning on, as a record does not
   */
  StructCodec(boolean isObject) {
    this.isObject = isObject;
  }

  void link(List<MemberCodec> codecs, boolean isShared) {
    members = List.copyOf(codecs);
    shared = isObject || isShared;
  }

  @Override
  void write(PinnedKryo kryo, Output out, @Nullable Object value) {
    throw new IllegalStateException("A value without its class cannot be written");
  }

  @Override
  @Nullable
  Object read(PinnedKryo kryo, BoundedInput in) {
    int mark = in.readVarInt(true);
    if (mark == NULL) {
      return null;
    }
    if (mark != NEW) {
      return kryo.remembered(mark - FIRST_REFERENCE);
    }
    var struct = new LinkedHashMap<String, @Nullable Object>();
    int number = shared ? kryo.reserve() : -1;
    if (isObject) {
      kryo.remember(number, struct);
    }
    for (var member : members) {
      struct.put(member.name(), member.codec().readPart(kryo, in, member.name()));
    }
    if (shared) {
      kryo.remember(number, struct);
    }
    return struct;
  }
}
