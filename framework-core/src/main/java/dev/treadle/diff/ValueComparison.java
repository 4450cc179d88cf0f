package dev.treadle.diff;

import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ValueChange;
import dev.treadle.api.diff.ValueDifference;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares values part by part: maps by key, lists by position, numbers by their value. Parts that a value holds in two
 * places are compared in the first, so that cycles end.
 */
final class ValueComparison {
  /** Up to how many changes are kept. All are counted. */
  static final int MOST_SHOWN = 1_000;

  /** Arrays up to this length are shown element by element. */
  private static final int SHORT_ARRAY = 8;

  private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}_@][\\p{L}\\p{N}_-]*");

  private final List<ValueChange> shown = new ArrayList<>();
  private final IdentityHashMap<Object, String> metInBase = new IdentityHashMap<>();
  private final IdentityHashMap<Object, String> metInOther = new IdentityHashMap<>();
  private long changes;

  static ValueDifference between(@Nullable Object base, @Nullable Object other) {
    var comparison = new ValueComparison();
    comparison.compare("", base, other);
    return comparison.difference();
  }

  ValueDifference difference() {
    return new ValueDifference(changes, shown);
  }

  /** Adds what differs below a path. */
  void compare(String path, @Nullable Object base, @Nullable Object other) {
    var a = unwrapped(base);
    var b = unwrapped(other);
    if (a == null || b == null) {
      if (a != b) {
        changed(path, a, b);
      }
    } else if (isArrayLike(a) && isArrayLike(b)) {
      arrays(path, a, b);
    } else if (a instanceof Map<?, ?> before && b instanceof Map<?, ?> after) {
      maps(path, before, after);
    } else if (!isSame(a, b)) {
      changed(path, a, b);
    }
  }

  /** The same for one of many values that share nothing. */
  void compareItem(String path, @Nullable Object base, @Nullable Object other) {
    metInBase.clear();
    metInOther.clear();
    compare(path, base, other);
  }

  void added(String path, @Nullable Object value) {
    count(new ValueChange(path, ChangeKind.ADDED, null, Shown.json(unwrapped(value)), null, null));
  }

  void removed(String path, @Nullable Object value) {
    count(
        new ValueChange(path, ChangeKind.REMOVED, Shown.json(unwrapped(value)), null, null, null));
  }

  private void changed(String path, @Nullable Object a, @Nullable Object b) {
    count(new ValueChange(
        path, ChangeKind.CHANGED, Shown.json(a), Shown.json(b), relative(a, b), null));
  }

  private void count(ValueChange change) {
    changes++;
    if (shown.size() < MOST_SHOWN) {
      shown.add(change);
    }
  }

  private void maps(String path, Map<?, ?> a, Map<?, ?> b) {
    var place = path.isEmpty() ? "the root" : path;
    var metA = metInBase.putIfAbsent(a, place);
    var metB = metInOther.putIfAbsent(b, place);
    if (metA != null || metB != null) {
      if (!Objects.equals(metA, metB)) {
        changed(path, shared(metA), shared(metB));
      }
      return;
    }
    a.forEach((key, value) -> {
      var at = below(path, key);
      if (b.containsKey(key)) {
        compare(at, value, b.get(key));
      } else {
        removed(at, value);
      }
    });
    b.forEach((key, value) -> {
      if (!a.containsKey(key)) {
        added(below(path, key), value);
      }
    });
  }

  private static String shared(@Nullable String met) {
    return met == null ? "a part of its own" : "the part at " + met;
  }

  private void arrays(String path, Object a, Object b) {
    var numbersA = NumberArray.of(a);
    var numbersB = NumberArray.of(b);
    if (numbersA != null
        && numbersB != null
        && Math.max(numbersA.size(), numbersB.size()) > SHORT_ARRAY) {
      var difference = numbersA.differenceTo(numbersB);
      if (!difference.isEmpty()) {
        count(new ValueChange(path, ChangeKind.CHANGED, null, null, null, difference));
      }
      return;
    }
    var before = list(a);
    var after = list(b);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      var at = path + "[" + i + "]";
      if (i >= after.size()) {
        removed(at, before.get(i));
      } else if (i >= before.size()) {
        added(at, after.get(i));
      } else {
        compare(at, before.get(i), after.get(i));
      }
    }
  }

  private static boolean isSame(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      var exactX = exact(x);
      var exactY = exact(y);
      return (exactX == null || exactY == null)
          ? Double.compare(x.doubleValue(), y.doubleValue()) == 0
          : exactX.compareTo(exactY) == 0;
    }
    return a.equals(b);
  }

  private static @Nullable BigDecimal exact(Number number) {
    return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
  }

  private static @Nullable Double relative(@Nullable Object a, @Nullable Object b) {
    if (!((a instanceof Number x) && (b instanceof Number y)) || x.doubleValue() == 0) {
      return null;
    }
    double change = y.doubleValue() / Math.abs(x.doubleValue()) - Math.signum(x.doubleValue());
    return Double.isFinite(change) ? change : null;
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
  }

  private static boolean isArrayLike(Object value) {
    return value instanceof List<?> || value.getClass().isArray();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : new ArrayView(value);
  }

  private static String below(String path, @Nullable Object key) {
    var name = String.valueOf(key);
    if (!PLAIN_KEY.matcher(name).matches()) {
      return path + "[" + Shown.json(name) + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  /** An array of primitives. */
  private static final class ArrayView extends AbstractList<Object> {
    private final Object array;

    ArrayView(Object array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return Array.get(array, index);
    }

    @Override
    public int size() {
      return Array.getLength(array);
    }
  }
}
