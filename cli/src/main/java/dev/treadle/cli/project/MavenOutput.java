package dev.treadle.cli.project;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven prints, without what says nothing to somebody who did not call it. */
final class MavenOutput {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String COMPILATION = "[ERROR] COMPILATION ERROR";
  private static final String FAILED_GOAL = "[ERROR] Failed to execute goal";
  private static final Predicate<String> ADVICE = Pattern.compile(
          "\\[ERROR]\\s*|\\[ERROR] (-> \\[Help \\d+]|\\[Help \\d+] .*|To see the full stack trace.*|Re-run Maven using.*"
              + "|For more information about the errors.*|After correcting the problems.*)")
      .asMatchPredicate();

  private MavenOutput() {}

  /** The lines of a build that failed. Errors of the compiler are not told twice, nor is advice on Maven's own options. */
  static List<String> ofFailure(List<String> lines) {
    List<String> plain = lines.stream()
        .map(line -> ESCAPE.matcher(line).replaceAll(""))
        .dropWhile(String::isBlank)
        .toList();
    boolean compiler = plain.stream().anyMatch(line -> line.startsWith(COMPILATION));
    Stream<String> told =
        compiler ? plain.stream().takeWhile(line -> !line.startsWith(FAILED_GOAL)) : plain.stream();
    return told.filter(ADVICE.negate()).filter(line -> !line.isBlank()).toList();
  }
}
