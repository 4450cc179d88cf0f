package dev.treadle.diff;

import dev.treadle.api.diff.Category;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ColumnDifference;
import dev.treadle.api.diff.PopulationShift;
import dev.treadle.api.diff.PopulationShift.Binning;
import dev.treadle.api.diff.SchemaChange;
import dev.treadle.api.diff.TableDifference;
import dev.treadle.materialize.StoredForm.RowColumn;
import dev.treadle.materialize.StoredForm.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares tables by the profiles of their columns; no rows are kept. */
final class TableComparison {
  private static final int MOST_CATEGORIES = 20;

  private final Map<String, RowColumn> baseColumns;
  private final Map<String, RowColumn> otherColumns;
  private final Map<String, ColumnProfile> base;
  private final Map<String, ColumnProfile> other;
  private final Map<String, Deciles> deciles = new HashMap<>();

  private TableComparison(Rows baseRows, Rows otherRows) throws IOException {
    baseColumns = columns(baseRows);
    otherColumns = columns(otherRows);
    base = profiles(baseRows, baseColumns);
    base.forEach((name, profile) -> {
      if (profile.isOrdered()) {
        deciles.put(name, Deciles.of(profile.sample()));
      }
    });
    other = profiles(otherRows, otherColumns);
    if (base.values().stream().anyMatch(ColumnProfile::isSampled)) {
      base.putAll(profiles(baseRows, baseColumns));
    }
  }

  static TableDifference between(Rows base, Rows other) throws IOException {
    return new TableComparison(base, other).difference();
  }

  private TableDifference difference() {
    var columns = baseColumns.keySet().stream()
        .filter(otherColumns::containsKey)
        .map(this::column)
        .toList();
    return new TableDifference(rows(base), rows(other), schema(), columns);
  }

  private static Map<String, RowColumn> columns(Rows rows) throws IOException {
    var columns = new LinkedHashMap<String, RowColumn>();
    rows.columns().read().forEach(column -> columns.put(column.name(), column));
    return columns;
  }

  private Map<String, ColumnProfile> profiles(Rows rows, Map<String, RowColumn> columns)
      throws IOException {
    var profiles = new LinkedHashMap<String, ColumnProfile>();
    columns.keySet().forEach(name -> profiles.put(name, new ColumnProfile(deciles.get(name))));
    var byIndex = List.copyOf(profiles.values());
    rows.scan().each((column, cell) -> byIndex.get(column).add(cell));
    return profiles;
  }

  private static long rows(Map<String, ColumnProfile> profiles) {
    return profiles.values().stream().mapToLong(ColumnProfile::cells).max().orElse(0);
  }

  private List<SchemaChange> schema() {
    var changes = new ArrayList<SchemaChange>();
    baseColumns.forEach((name, column) -> {
      var now = otherColumns.get(name);
      if (now == null) {
        changes.add(new SchemaChange(name, ChangeKind.REMOVED, column.type(), null));
      } else if (!now.type().equals(column.type())) {
        changes.add(new SchemaChange(name, ChangeKind.CHANGED, column.type(), now.type()));
      }
    });
    otherColumns.forEach((name, column) -> {
      if (!baseColumns.containsKey(name)) {
        changes.add(new SchemaChange(name, ChangeKind.ADDED, null, column.type()));
      }
    });
    return changes;
  }

  private ColumnDifference column(String name) {
    var before = profile(base, name);
    var after = profile(other, name);
    var isComparable = !before.hasManyCategories() && !after.hasManyCategories();
    var isOrdered = deciles.containsKey(name) && after.isOrdered();
    return new ColumnDifference(
        name,
        type(name),
        before.summary(),
        after.summary(),
        isComparable && !isOrdered ? only(after.categories(), before.categories()) : List.of(),
        isComparable && !isOrdered ? only(before.categories(), after.categories()) : List.of(),
        shift(name, before, after, isOrdered, isComparable));
  }

  private static ColumnProfile profile(Map<String, ColumnProfile> profiles, String name) {
    return profiles.getOrDefault(name, new ColumnProfile(null));
  }

  private String type(String name) {
    var column = otherColumns.get(name);
    return column == null ? "" : column.type();
  }

  private @Nullable PopulationShift shift(
      String name,
      ColumnProfile before,
      ColumnProfile after,
      boolean isOrdered,
      boolean isComparable) {
    if (before.cells() == 0 || after.cells() == 0) {
      return null;
    }
    var bins = deciles.get(name);
    if (bins != null && isOrdered) {
      return Stability.of(
          withMissing(before.isBinned() ? before.binned() : counts(before, bins), before, after),
          withMissing(after.binned(), after, before),
          Binning.DECILES,
          before.sample().length);
    }
    if (!isComparable) {
      return null;
    }
    var names = new TreeSet<>(before.categories().keySet());
    names.addAll(after.categories().keySet());
    return Stability.of(
        withMissing(counts(before, names), before, after),
        withMissing(counts(after, names), after, before),
        Binning.CATEGORIES,
        0);
  }

  private static long[] counts(ColumnProfile profile, Deciles bins) {
    var counts = new long[bins.size()];
    for (double number : profile.sample()) {
      counts[bins.bin(number)]++;
    }
    return counts;
  }

  private static long[] counts(ColumnProfile profile, SortedSet<String> names) {
    return names.stream()
        .mapToLong(name -> profile.categories().getOrDefault(name, 0L))
        .toArray();
  }

  /** A bin for nulls and NaN, if one of the two has any. */
  private static long[] withMissing(long[] counts, ColumnProfile one, ColumnProfile two) {
    if (one.missing() == 0 && two.missing() == 0) {
      return counts;
    }
    var all = Arrays.copyOf(counts, counts.length + 1);
    all[counts.length] = one.missing();
    return all;
  }

  private static List<Category> only(Map<String, Long> these, Map<String, Long> those) {
    return these.entrySet().stream()
        .filter(entry -> !those.containsKey(entry.getKey()))
        .map(entry -> new Category(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Category::rows).reversed().thenComparing(Category::value))
        .limit(MOST_CATEGORIES)
        .toList();
  }
}
