package dev.treadle.report;

import dev.treadle.api.run.Failure;
import dev.treadle.api.run.StepRun;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why steps failed: the user's frames first, the whole trace folded below. */
final class FailureSection {
  private static final Pattern NOT_THE_USERS =
      Pattern.compile("at ([^/]+/)?(java|javax|jdk|sun|dev\\.treadle(?!\\.examples))\\..*");
  private static final int MOST_FAILURES = 10;
  private static final int MOST_FRAMES = 12;
  private static final int LONGEST_TRACE = 8_000;

  private FailureSection() {}

  static void write(RunView view, Html html) {
    List<StepRun> failed =
        view.steps().stream().filter(step -> step.failure() != null).toList();
    if (failed.isEmpty()) {
      return;
    }
    Page.section(html, "failures", failed.size() == 1 ? "Failure" : "Failures");
    failed.stream()
        .limit(MOST_FAILURES)
        .forEach(step -> Optional.ofNullable(step.failure())
            .ifPresent(failure -> write(step.label(), failure, html)));
    if (failed.size() > MOST_FAILURES) {
      Page.leftOut(html, Amount.of(failed.size() - MOST_FAILURES, "more failed step"));
    }
    html.end();
  }

  private static void write(String step, Failure failure, Html html) {
    html.element("h3", step);
    html.open("p", "class", "failed").element("strong", failure.errorClass()).text(" ");
    html.text(Excerpt.cut(failure.message(), 2_000)).end();
    String own = failure
        .stackTrace()
        .lines()
        .skip(1)
        .map(String::strip)
        .filter(line -> line.startsWith("Caused by:")
            || (line.startsWith("at ") && !NOT_THE_USERS.matcher(line).matches()))
        .limit(MOST_FRAMES)
        .collect(Collectors.joining("\n"));
    if (!own.isEmpty()) {
      html.open("pre").lines(own).end();
    }
    if (!failure.stackTrace().isBlank()) {
      html.open("details").element("summary", "The whole stack trace").open("pre");
      html.lines(Excerpt.cut(failure.stackTrace(), LONGEST_TRACE)).close().end();
    }
  }
}
