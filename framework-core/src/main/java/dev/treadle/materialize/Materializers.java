package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.materialize.kryo.KryoCodec;
import dev.treadle.materialize.type.ResolvedType;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/**
 * Finds the materializer of a type: the first that handles it, those of users before the built-in ones. An explicit
 * choice of an output does not come here.
 */
public final class Materializers {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  private final List<Materializer<Object>> ordered = new ArrayList<>();
  private final Map<String, Materializer<Object>> byId = new HashMap<>();

  /**
   * The given ones in their order, then the built-in ones.
   *
   * @throws MaterializationException when two have one id
   */
  public Materializers(Iterable<? extends Materializer<?>> users) {
    users.forEach(this::add);
    add(new TextMaterializer());
    add(new TableMaterializer());
    add(new ImageMaterializer());
    add(new PathMaterializer());
    add(new BytesMaterializer());
    add(new ArrayMaterializer());
    add(new CollectionMaterializer(this));
    add(new JsonMaterializer());
    add(new KryoMaterializer());
  }

  /** Those that the loader provides as services, then the built-in ones. */
  @SuppressWarnings("rawtypes")
  public static Materializers load(ClassLoader loader) {
    var users = new ArrayList<Materializer<?>>();
    for (Materializer user : ServiceLoader.load(Materializer.class, loader)) {
      users.add(user);
    }
    return new Materializers(users);
  }

  public Optional<Materializer<Object>> find(Type type) {
    return ordered.stream().filter(materializer -> materializer.handles(type)).findFirst();
  }

  /**
   * The materializer of a type.
   *
   * @throws MaterializationException with {@code MAT_NONE}, saying what in the type is in the way and what to do
   */
  public Materializer<Object> require(Type type) {
    return find(type)
        .orElseThrow(() -> new MaterializationException(
            CoreProblem.MAT_NONE,
            "There is no materializer for %s: %s. Change the type, or provide a Materializer as a service"
                .formatted(ResolvedType.of(type), KryoCodec.reason(type))));
  }

  /**
   * The materializer that wrote an artifact.
   *
   * @throws MaterializationException with {@code MAT_NONE} when it is not on the class path
   */
  public Materializer<Object> byId(String id) {
    var materializer = byId.get(id);
    if (materializer == null) {
      throw new MaterializationException(
          CoreProblem.MAT_NONE,
          "There is no materializer with id %s. Known are %s. Add the library that has it to the class path"
              .formatted(id, ordered.stream().map(Materializer::id).toList()));
    }
    return materializer;
  }

  @SuppressWarnings("unchecked")
  private void add(Materializer<?> materializer) {
    var id = materializer.id();
    if (!ID.matcher(id).matches()) {
      throw new MaterializationException(
          CoreProblem.MAT_NONE,
          "The id \"%s\" of %s is not allowed. Use lower-case letters, digits and hyphens"
              .formatted(id, materializer.getClass().getName()));
    }
    var other = byId.put(id, (Materializer<Object>) materializer);
    if (other != null) {
      throw new MaterializationException(
          CoreProblem.MAT_NONE,
          "Both %s and %s have the materializer id %s. Give one of them another"
              .formatted(other.getClass().getName(), materializer.getClass().getName(), id));
    }
    ordered.add((Materializer<Object>) materializer);
  }
}
