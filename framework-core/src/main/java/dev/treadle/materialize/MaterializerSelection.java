package dev.treadle.materialize;

import dev.treadle.api.MaterializeWith;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.Materializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The materializer of a value: named by {@link MaterializeWith} where it is declared or on its type, else found by type. */
public final class MaterializerSelection {
  private final Materializers found;
  private final Map<Class<?>, Materializer<?>> named = new ConcurrentHashMap<>();

  public MaterializerSelection(Materializers found) {
    this.found = found;
  }

  /** The materializer of what is declared so; empty when there is none. */
  public Optional<Materializer<?>> choose(Type type, AnnotatedElement declaration) {
    @Nullable MaterializeWith choice = declaration.getAnnotation(MaterializeWith.class);
    return choice == null ? choose(type) : Optional.of(instance(choice));
  }

  /** The materializer of a type; empty when there is none. */
  public Optional<Materializer<?>> choose(Type type) {
    Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    @Nullable
    MaterializeWith choice =
        raw instanceof Class<?> c ? c.getAnnotation(MaterializeWith.class) : null;
    return choice == null ? found.find(type).map(m -> m) : Optional.of(instance(choice));
  }

  /**
   * The materializer of a type.
   *
   * @throws TreadleException MAT-130 when there is none
   */
  public Materializer<?> require(Type type) {
    return choose(type).orElseGet(() -> found.require(type));
  }

  private Materializer<?> instance(MaterializeWith choice) {
    return named.computeIfAbsent(choice.value(), MaterializerSelection::create);
  }

  private static Materializer<?> create(Class<?> type) {
    try {
      return (Materializer<?>) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new TreadleException(
          CoreProblem.MAT_NONE,
          "@MaterializeWith(" + type.getName()
              + ".class) cannot be used: it must implement Materializer and have a public no-argument constructor",
          e);
    }
  }
}
