package dev.treadle.api.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The population stability index: {@code Σ (q − p) · ln(q / p)} over bins with the shares p of the base and q of the
 * other, which is the symmetric Kullback–Leibler divergence of Jeffreys. Its use for scorecards is described in N. Siddiqi,
 * <i>Credit Risk Scorecards</i> (Wiley 2006), with the rule of thumb that below 0.1 little changed and above 0.25 much.
 *
 * <p>A share is smoothed, {@code (count + ½) / (n + bins / 2)}, so that an empty bin gives a large number and not an
 * infinite one; on a few dozen rows the index says little.
 *
 * @param psi from 0 up
 * @param bins how many bins there are, one for nulls and NaN included when either side has any
 * @param sampled how many cells of the base the deciles were taken of; 0 for categories
 * @since 0.1
 */
public record PopulationShift(double psi, Binning binning, int bins, long sampled) {

  /** What the bins are. */
  public enum Binning {
    /**
     * Numbers and times by the deciles of the base, equal ones made one; the upper bound belongs to the bin. Of more than
     * 10,000 cells the deciles are those of a fixed random sample of so many, while shares count all cells.
     */
    @JsonProperty("deciles")
    DECILES,
    /** Text and booleans by value, when both sides together have at most 1,000. */
    @JsonProperty("categories")
    CATEGORIES
  }
}
