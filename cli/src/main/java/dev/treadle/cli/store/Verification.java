package dev.treadle.cli.store;

import java.util.List;

/**
 * What reading all bytes of a version showed.
 *
 * @param problems one line for each file that is missing or differs; none when all is well
 */
public record Verification(int files, long sizeBytes, List<String> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }

  public boolean passed() {
    return problems.isEmpty();
  }
}
