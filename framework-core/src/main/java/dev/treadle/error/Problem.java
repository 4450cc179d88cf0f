package dev.treadle.error;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of several problems that are reported together.
 *
 * @param message what is wrong, a sentence with its values
 * @param places where, such as {@code used at ChurnPipeline.define(ChurnPipeline.java:22)}; may be empty
 * @param fix what to do; empty when the message says it
 * @since 0.1
 */
public record Problem(ProblemCode code, String message, List<String> places, String fix) {
  public Problem {
    places = List.copyOf(places);
  }

  /** The text of several lines, each after the first indented by three spaces. */
  public String text() {
    var text = new StringBuilder("[" + code.code() + "] " + message);
    for (var place : places) {
      text.append("\n   ").append(place);
    }
    if (!fix.isEmpty()) {
      text.append("\n   fix: ").append(fix.replace("\n", "\n        "));
    }
    return text.toString();
  }

  /** Problems one below the other, with numbers from 1. */
  public static String numbered(List<Problem> problems) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> (i + 1) + ") " + problems.get(i).text())
        .collect(Collectors.joining("\n\n"));
  }

  /** {@code 1 problem} or {@code 2 problems}. */
  public static String count(List<Problem> problems) {
    return problems.size() == 1 ? "1 problem" : problems.size() + " problems";
  }
}
