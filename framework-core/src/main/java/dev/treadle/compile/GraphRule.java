package dev.treadle.compile;

import dev.treadle.graph.Findings;

/** One rule that a graph must obey. */
interface GraphRule {

  /** Adds what breaks the rule. Mistakes in what the rule needs to know are reported by another and skipped here. */
  void check(Draft draft, Findings findings);
}
