package dev.treadle.benchmarks;

import java.util.List;

/** Measures one figure, or several that come from the same run. */
interface Benchmark {

  List<Figure> measure() throws Exception;
}
