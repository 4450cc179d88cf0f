package dev.treadle.examples.guide;

import dev.treadle.api.MaterializeWith;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Days in their order. No record, so Treadle is told how to store it. */
@MaterializeWith(FrostDaysMaterializer.class)
public final class FrostDays {
  private final NavigableSet<LocalDate> days;

  public FrostDays(Collection<LocalDate> days) {
    this.days = Collections.unmodifiableNavigableSet(new TreeSet<>(days));
  }

  public NavigableSet<LocalDate> days() {
    return days;
  }

  /** The most days in a row. */
  public int longest() {
    int longest = 0;
    int row = 0;
    for (LocalDate day : days) {
      row = days.contains(day.minusDays(1)) ? row + 1 : 1;
      longest = Math.max(longest, row);
    }
    return longest;
  }
}
