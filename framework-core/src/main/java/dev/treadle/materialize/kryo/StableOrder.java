package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Gives collections that have no order of their own one: that of their elements' bytes. */
final class StableOrder {

  private StableOrder() {}

  static Collection<?> of(Collection<?> collection, Codec codec, PinnedKryo kryo) {
    return collection instanceof Set<?> set
            && !(set instanceof SortedSet)
            && !(set instanceof LinkedHashSet)
            && !(set instanceof EnumSet)
        ? sorted(set, codec, kryo)
        : collection;
  }

  static Collection<?> keysOf(Map<?, ?> map, Codec codec, PinnedKryo kryo) {
    return map instanceof SortedMap || map instanceof LinkedHashMap || map instanceof EnumMap
        ? map.keySet()
        : sorted(map.keySet(), codec, kryo);
  }

  private static List<@Nullable Object> sorted(Set<?> set, Codec codec, PinnedKryo kryo) {
    var elements = new ArrayList<Map.Entry<byte[], @Nullable Object>>(set.size());
    var out = new Output(64, -1);
    for (var element : set) {
      out.reset();
      // Sorting keeps no objects: their references are numbered when they are written for good.
      kryo.aside(() -> codec.writePart(kryo, out, "[]", element));
      elements.add(new SimpleEntry<>(out.toBytes(), element));
    }
    elements.sort((a, b) -> Arrays.compareUnsigned(a.getKey(), b.getKey()));
    var sorted = new ArrayList<@Nullable Object>(elements.size());
    elements.forEach(element -> sorted.add(element.getValue()));
    return sorted;
  }
}
