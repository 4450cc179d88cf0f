package dev.treadle.examples.sweep;

/** How a setting did. It holds no model, whose bytes carry times: a trial that is replayed gives the same artifact. */
public record Candidate(Setting setting, int correct, int total) {

  double accuracy() {
    return (double) correct / total;
  }
}
