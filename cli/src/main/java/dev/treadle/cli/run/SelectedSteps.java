package dev.treadle.cli.run;

import dev.treadle.api.run.StepSelection;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which steps of the pipeline are executed, and whose results stand in for the others. */
final class SelectedSteps {
  @Option(
      names = "--from",
      arity = "1..*",
      paramLabel = "STEP",
      description = "execute only these steps and those that depend on them")
  List<String> from = new ArrayList<>();

  @Option(
      names = "--to",
      arity = "1..*",
      paramLabel = "STEP",
      description = "execute only these steps and those that they depend on")
  List<String> to = new ArrayList<>();

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "STEP",
      description = "execute exactly these steps")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      arity = "1..*",
      paramLabel = "STEP",
      description = "execute neither these steps nor those that need their values")
  List<String> skip = new ArrayList<>();

  @Option(
      names = "--with-inputs-of",
      paramLabel = "RUN",
      description = "the run that gives what others need of steps not executed; default: the newest"
          + " that has it and called those steps with the same values")
  @Nullable
  String inputsOf;

  /** All lists of names, which may have taken what was not meant for them. */
  List<List<String>> names() {
    return List.of(from, to, only, skip);
  }

  /**
   * The selection, null when all steps are executed.
   *
   * @param otherwise the number of the run that gives results when none is named; null leaves it open
   */
  @Nullable
  StepSelection of(Session session, @Nullable Long otherwise) {
    StepSelection named = new StepSelection(from, to, only, skip, null);
    if (inputsOf == null) {
      return named.coversAll() ? null : named.takingFrom(otherwise);
    }
    try (ProjectStore store = session.store()) {
      return named.takingFrom(
          new RunReferences(store.queries()).resolve(inputsOf).number());
    }
  }
}
