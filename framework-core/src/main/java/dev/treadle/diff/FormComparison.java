package dev.treadle.diff;

import dev.treadle.api.diff.ArrayDifference;
import dev.treadle.api.diff.Difference;
import dev.treadle.materialize.StoredArray;
import dev.treadle.materialize.StoredForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what the bytes of two artifacts hold. */
final class FormComparison {

  private FormComparison() {}

  /** Empty when the two hold things of different kinds. */
  static Optional<Difference> between(StoredForm base, StoredForm other) throws IOException {
    if (base instanceof StoredForm.Tree a && other instanceof StoredForm.Tree b) {
      return Optional.of(trees(a.value().read(), b.value().read()));
    }
    if (base instanceof StoredForm.Rows a && other instanceof StoredForm.Rows b) {
      return Optional.of(TableComparison.between(a, b));
    }
    if (base instanceof StoredForm.Items a && other instanceof StoredForm.Items b) {
      return Optional.of(items(a, b));
    }
    if (base instanceof StoredForm.Text a && other instanceof StoredForm.Text b) {
      return Optional.of(
          TextComparison.between(lines(a.bytes().read()), lines(b.bytes().read())));
    }
    if (base instanceof StoredForm.Array a && other instanceof StoredForm.Array b) {
      return Optional.of(arrays(a, b));
    }
    return Optional.empty();
  }

  private static Difference trees(@Nullable Object base, @Nullable Object other) {
    if (base instanceof String a
        && other instanceof String b
        && (a.indexOf('\n') >= 0 || b.indexOf('\n') >= 0)) {
      return TextComparison.between(a.lines().toList(), b.lines().toList());
    }
    return ValueComparison.between(base, other);
  }

  private static Difference items(StoredForm.Items base, StoredForm.Items other)
      throws IOException {
    var comparison = new ValueComparison();
    try (var before = base.items().read();
        var after = other.items().read()) {
      for (int i = 0; before.hasNext() || after.hasNext(); i++) {
        var path = "[" + i + "]";
        if (!after.hasNext()) {
          comparison.removed(path, before.next());
        } else if (!before.hasNext()) {
          comparison.added(path, after.next());
        } else {
          comparison.compareItem(path, before.next(), after.next());
        }
      }
    }
    return comparison.difference();
  }

  private static List<String> lines(InputStream bytes) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static Difference arrays(StoredForm.Array base, StoredForm.Array other)
      throws IOException {
    try (var before = base.array().read();
        var after = other.array().read()) {
      if (!before.shape().equals(after.shape())) {
        return new ArrayDifference(
            before.element(), before.shape(), after.shape(), 0, 0, null, null);
      }
      if (!before.isShapedAs(after)) {
        long elements = Math.max(before.size(), after.size());
        return new ArrayDifference(
            before.element(), before.shape(), after.shape(), elements, 0, null, null);
      }
      return elements(before, after);
    }
  }

  private static Difference elements(StoredArray before, StoredArray after) throws IOException {
    var isLong = before.element().equals("long") && after.element().equals("long");
    var elements = new Elements();
    for (long i = 0; i < before.size(); i++) {
      double a = before.next();
      double b = after.next();
      if (isLong) {
        elements.add(before.bits(), after.bits());
      } else {
        elements.add(a, b);
      }
    }
    return elements.difference(before.element(), before.shape());
  }
}
