package dev.treadle.materialize;

import dev.treadle.api.data.ConfusionMatrix;
import dev.treadle.api.data.Table;
import dev.treadle.materialize.type.ResolvedType;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the declared type alone proves that nobody can change an instance. */
final class Immutability {

  private static final Set<Class<?>> OUR_OWN = Set.of(Table.class, ConfusionMatrix.class);

  private final Set<ResolvedType> seen = new HashSet<>();

  private Immutability() {}

  static boolean of(ResolvedType type) {
    return new Immutability().holds(type);
  }

  private boolean holds(ResolvedType type) {
    var raw = type.raw();
    // A type met again on the way is as immutable as everything else that it reaches.
    if (Scalars.contains(raw) || OUR_OWN.contains(raw) || !seen.add(type)) {
      return true;
    }
    if (raw == Optional.class) {
      return holds(type.argument(0));
    }
    if (raw.isRecord()) {
      return type.components().stream().allMatch(component -> holds(component.type()));
    }
    return raw.isSealed()
        && Modifier.isAbstract(raw.getModifiers())
        && type.permitted().stream().allMatch(this::holds);
  }
}
