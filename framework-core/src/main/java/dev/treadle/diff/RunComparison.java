package dev.treadle.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs side by side.
 *
 * @param format the version of this form
 * @param runs in the order of the cells
 * @param baseline which of the runs the others are compared with, from 0
 */
public record RunComparison(int format, List<ComparedRun> runs, int baseline, List<Row> rows) {

  public static final int FORMAT = 1;

  public RunComparison {
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
  }

  /** The rows that fit. */
  public RunComparison only(Predicate<Row> fits) {
    return new RunComparison(format, runs, baseline, rows.stream().filter(fits).toList());
  }

  /** What a row is about, in the order of the rows. */
  public enum Section {
    @JsonProperty("run")
    RUN,
    @JsonProperty("param")
    PARAM,
    @JsonProperty("metric")
    METRIC,
    @JsonProperty("input")
    INPUT,
    @JsonProperty("code")
    CODE,
    @JsonProperty("environment")
    ENVIRONMENT
  }

  /** One thing of each run. */
  public record Row(Section section, String key, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Whether not all runs have the same. */
    public boolean differs() {
      return cells.stream().distinct().count() > 1;
    }
  }

  /**
   * What one run has.
   *
   * @param text null when it has no such thing
   * @param number of a metric or a numeric parameter
   * @param digest of an input, which decides whether two are the same
   */
  public record Cell(
      @Nullable String text,
      @Nullable Double number,
      @Nullable String digest) {
    static final Cell NONE = new Cell(null, null, null);

    static Cell of(String text) {
      return new Cell(text, null, null);
    }

    /** Whether the run has no such thing. */
    public boolean isNone() {
      return text == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cell cell
          && (digest == null
              ? Objects.equals(text, cell.text) && cell.digest == null
              : digest.equals(cell.digest));
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(digest == null ? text : digest);
    }
  }
}
