package dev.treadle.materialize;

import dev.treadle.materialize.type.ResolvedType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types are stored as JSON: values that a person would read. Numeric arrays are bulk, and values that may share
 * parts explode as text; both are left to the binary form.
 */
final class JsonTypes {

  private static final Set<Class<?>> COLLECTIONS = Set.of(
      Collection.class,
      List.class,
      ArrayList.class,
      Set.class,
      HashSet.class,
      LinkedHashSet.class,
      SortedSet.class,
      TreeSet.class);

  private static final Set<Class<?>> MAPS =
      Set.of(Map.class, HashMap.class, LinkedHashMap.class, SortedMap.class, TreeMap.class);

  private final Set<ResolvedType> open = new HashSet<>();

  private JsonTypes() {}

  static boolean contain(ResolvedType type) {
    return new JsonTypes().fits(type);
  }

  private boolean fits(ResolvedType type) {
    var raw = type.raw();
    if (Scalars.contains(raw) || raw == byte[].class) {
      return true;
    }
    // A record that can hold its own kind can share parts. 100 nested types are nobody's intent.
    if (open.size() == 100 || !open.add(type)) {
      return false;
    }
    boolean fits = partsFit(type);
    open.remove(type);
    return fits;
  }

  private boolean partsFit(ResolvedType type) {
    var raw = type.raw();
    if (raw == Optional.class || COLLECTIONS.contains(raw)) {
      return fits(type.argument(0));
    }
    if (MAPS.contains(raw)) {
      return Scalars.isKey(type.argument(0).raw()) && fits(type.argument(1));
    }
    if (raw.isRecord()) {
      return type.components().stream().allMatch(component -> fits(component.type()));
    }
    return raw.isSealed()
        && Modifier.isAbstract(raw.getModifiers())
        && type.permitted().stream().allMatch(this::fits);
  }
}
