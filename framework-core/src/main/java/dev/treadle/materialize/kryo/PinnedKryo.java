package dev.treadle.materialize.kryo;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.util.MapReferenceResolver;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kryo that knows the classes of one schema only, with the state of one call: path, depth, objects seen. */
final class PinnedKryo extends Kryo {

  /** Each level takes a few frames; this many fit into half a megabyte of stack. */
  static final int MAX_DEPTH = 1_000;

  private final String[] path = new String[MAX_DEPTH];
  private int depth;
  private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();
  private final List<@Nullable Object> read = new ArrayList<>();
  private Object[][] constants = new Object[0][];

  PinnedKryo(List<Class<?>> classes) {
    super(new PinnedClassResolver(), new MapReferenceResolver());
    setRegistrationRequired(true);
    setReferences(false);
    LeafTypes.register(this);
    for (int i = 0; i < classes.size(); i++) {
      // Its codec does the work; the registration is what allows the class.
      register(classes.get(i), new UnusedSerializer(), LeafTypes.FIRST_FREE + i);
    }
  }

  void start(Object[][] constantsOfEnums) {
    constants = constantsOfEnums;
    depth = 0;
    if (!written.isEmpty()) {
      written.clear();
    }
    read.clear();
  }

  void enter(String part) {
    if (depth == MAX_DEPTH) {
      throw tooDeep(null);
    }
    path[depth++] = part;
  }

  void leave() {
    depth--;
  }

  Object constant(int numberOfEnum, int ordinal) {
    var known = constants[numberOfEnum];
    if (ordinal < 0 || ordinal >= known.length) {
      throw malformed("constant %d of an enum that has %d".formatted(ordinal, known.length));
    }
    if (known[ordinal] instanceof MissingConstant missing) {
      throw new MaterializationException(
          CoreProblem.MAT_READ,
          "The stored value holds the enum constant %s at %s, which is not declared any more. Run the step that made it again, or declare the constant"
              .formatted(missing.name(), place()));
    }
    return known[ordinal];
  }

  /** The number under which the object was written before, or -1; from now on it counts as written. */
  int backReference(Object value) {
    var number = written.putIfAbsent(value, written.size());
    return number == null ? -1 : number;
  }

  /** Does work whose objects are forgotten afterwards. */
  void aside(Runnable work) {
    int before = written.size();
    work.run();
    if (written.size() > before) {
      written.values().removeIf(number -> number >= before);
    }
  }

  int reserve() {
    read.add(null);
    return read.size() - 1;
  }

  void remember(int number, Object value) {
    read.set(number, value);
  }

  Object remembered(int number) {
    var value = number < 0 || number >= read.size() ? null : read.get(number);
    if (value == null) {
      throw malformed("a reference to object %d, which was not read yet".formatted(number));
    }
    return value;
  }

  /** Where in the value the work is, such as {@code orders[].customer}. */
  String place() {
    var parts = Arrays.asList(path).subList(0, depth);
    var shown = depth > 12 ? parts.subList(0, 12) : parts;
    var text = String.join(".", shown).replace(".[", "[");
    return (text.isEmpty() ? "its root" : text)
        + (depth > 12 ? "… (%d levels)".formatted(depth) : "");
  }

  MaterializationException tooDeep(@Nullable Throwable cause) {
    return new MaterializationException(
        CoreProblem.MAT_TOO_DEEP,
        "The value nests deeper than %d levels at %s. Store it as a list of nodes that refer to each other by index"
            .formatted(MAX_DEPTH, place()),
        cause);
  }

  MaterializationException forbidden(Class<?> found, String declared) {
    return new MaterializationException(
        CoreProblem.MAT_FORBIDDEN_CLASS,
        "%s is not allowed at %s, which is declared as %s. Declare the class itself, or permit it in a sealed type"
            .formatted(found.getName(), place(), declared));
  }

  MaterializationException unwritable(String what) {
    return new MaterializationException(
        CoreProblem.MAT_WRITE, "Cannot store %s, found at %s".formatted(what, place()));
  }

  MaterializationException malformed(String what) {
    return new MaterializationException(
        CoreProblem.MAT_READ,
        "The stored bytes are damaged: found %s at %s".formatted(what, place()));
  }
}
