package dev.treadle.diff;

import dev.treadle.api.diff.ColumnSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What is gathered of the cells of a column in one pass, in memory that does not grow with their number. */
final class ColumnProfile {
  static final int SAMPLE = 10_000;

  private static final int LONGEST_CATEGORY = 200;

  private final @Nullable Deciles deciles;
  private final long[] binned;
  // Any seed will do, as long as it is the same each time.
  private final Random random = new Random(17);
  private final Map<String, Long> categories = new HashMap<>();
  private double[] sample = new double[16];
  private long cells;
  private long nulls;
  private long missing;
  private long ordered;
  private long numbers;
  private long texts;
  private double mean;
  private boolean manyCategories;
  private @Nullable Object min;
  private @Nullable Object max;

  /** A profile that also counts cells into the bins when they are given. */
  ColumnProfile(@Nullable Deciles deciles) {
    this.deciles = deciles;
    this.binned = new long[deciles == null ? 0 : deciles.size()];
  }

  void add(@Nullable Object cell) {
    cells++;
    if (cell == null) {
      nulls++;
      missing++;
      return;
    }
    categorise(cell);
    double position = position(cell);
    if (!Double.isNaN(position)) {
      addOrdered(cell, position);
    } else if (cell instanceof Number) {
      missing++;
    } else {
      texts++;
      min = min == null || cell.toString().compareTo(min.toString()) < 0 ? cell : min;
      max = max == null || cell.toString().compareTo(max.toString()) > 0 ? cell : max;
    }
  }

  private void addOrdered(Object cell, double position) {
    if (cell instanceof Number) {
      numbers++;
      // One pass, and no sum that could overflow.
      mean += (position - mean) / numbers;
    }
    min = min == null || position < position(min) ? cell : min;
    max = max == null || position > position(max) ? cell : max;
    remember(position);
    if (deciles != null) {
      binned[deciles.bin(position)]++;
    }
  }

  ColumnSummary summary() {
    return new ColumnSummary(
        cells,
        nulls,
        numbers == 0 || texts > 0 ? null : mean,
        min == null ? null : Shown.plain(min),
        max == null ? null : Shown.plain(max),
        manyCategories ? null : categories.size());
  }

  /** How many cells there are. */
  long cells() {
    return cells;
  }

  /** How many are null or NaN. */
  long missing() {
    return missing;
  }

  /** Whether all cells are numbers or times. */
  boolean isOrdered() {
    return texts == 0 && ordered > 0;
  }

  /** Numbers or times, all of them or {@value #SAMPLE}. */
  double[] sample() {
    return Arrays.copyOf(sample, (int) Math.min(ordered, SAMPLE));
  }

  /** Whether {@link #sample} lacks some. */
  boolean isSampled() {
    return ordered > SAMPLE;
  }

  /** Whether cells were counted into bins. */
  boolean isBinned() {
    return deciles != null;
  }

  /** How many cells each bin has. */
  long[] binned() {
    return binned.clone();
  }

  /** The different cells that are not null with their number; none when there are many. */
  Map<String, Long> categories() {
    return manyCategories ? Map.of() : categories;
  }

  boolean hasManyCategories() {
    return manyCategories;
  }

  private void categorise(Object cell) {
    if (manyCategories) {
      return;
    }
    categories.merge(category(cell), 1L, Long::sum);
    if (categories.size() > ColumnSummary.MAX_DISTINCT) {
      manyCategories = true;
      categories.clear();
    }
  }

  /** Long texts are told apart by their hash, so that a thousand of them stay small. */
  private static String category(Object cell) {
    var text = cell.toString();
    return text.length() <= LONGEST_CATEGORY
        ? text
        : text.substring(0, LONGEST_CATEGORY) + "… #" + Integer.toHexString(text.hashCode());
  }

  private void remember(double position) {
    ordered++;
    if (ordered <= SAMPLE) {
      if (ordered > sample.length) {
        sample = Arrays.copyOf(sample, Math.min(SAMPLE, 2 * sample.length));
      }
      sample[(int) ordered - 1] = position;
      return;
    }
    long place = (long) (random.nextDouble() * ordered);
    if (place < SAMPLE) {
      sample[(int) place] = position;
    }
  }

  /** Where a number or a time is in its order; NaN for everything that has none. */
  private static double position(Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    if (cell instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (cell instanceof Instant instant) {
      return instant.getEpochSecond() + instant.getNano() / 1e9;
    }
    return cell instanceof LocalDateTime time ? time.toEpochSecond(ZoneOffset.UTC) : Double.NaN;
  }
}
