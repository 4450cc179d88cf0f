package dev.treadle.materialize.kryo;

import dev.treadle.materialize.type.ResolvedType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The implementation that is read for each declared collection or map. */
final class Containers {

  private static final Map<Class<?>, Supplier<? extends Collection<?>>> COLLECTIONS = Map.ofEntries(
      Map.entry(Iterable.class, ArrayList::new),
      Map.entry(Collection.class, ArrayList::new),
      Map.entry(List.class, ArrayList::new),
      Map.entry(ArrayList.class, ArrayList::new),
      Map.entry(Queue.class, ArrayDeque::new),
      Map.entry(Deque.class, ArrayDeque::new),
      Map.entry(ArrayDeque.class, ArrayDeque::new),
      Map.entry(Set.class, LinkedHashSet::new),
      Map.entry(HashSet.class, HashSet::new),
      Map.entry(LinkedHashSet.class, LinkedHashSet::new),
      Map.entry(SortedSet.class, TreeSet::new),
      Map.entry(NavigableSet.class, TreeSet::new),
      Map.entry(TreeSet.class, TreeSet::new));

  private static final Map<Class<?>, Supplier<? extends Map<?, ?>>> MAPS = Map.of(
      Map.class, LinkedHashMap::new,
      HashMap.class, HashMap::new,
      LinkedHashMap.class, LinkedHashMap::new,
      ConcurrentHashMap.class, ConcurrentHashMap::new,
      SortedMap.class, TreeMap::new,
      NavigableMap.class, TreeMap::new,
      TreeMap.class, TreeMap::new);

  private Containers() {}

  static @Nullable Supplier<? extends Collection<?>> collection(ResolvedType type) {
    if (type.raw() == EnumSet.class && type.argument(0).raw().isEnum()) {
      return () -> emptyEnumSet(type.argument(0).raw());
    }
    return COLLECTIONS.get(type.raw());
  }

  static @Nullable Supplier<? extends Map<?, ?>> map(ResolvedType type) {
    if (type.raw() == EnumMap.class && type.argument(0).raw().isEnum()) {
      return () -> emptyEnumMap(type.argument(0).raw());
    }
    return MAPS.get(type.raw());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static EnumSet<?> emptyEnumSet(Class<?> type) {
    return EnumSet.noneOf((Class<? extends Enum>) type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static EnumMap<?, ?> emptyEnumMap(Class<?> type) {
    return new EnumMap((Class<? extends Enum>) type);
  }
}
