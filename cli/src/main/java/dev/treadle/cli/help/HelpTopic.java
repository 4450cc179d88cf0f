package dev.treadle.cli.help;

import dev.treadle.query.FilterField;
import dev.treadle.query.FilterTarget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something to read that belongs to no single command. */
enum HelpTopic {
  REFERENCES("how runs, steps and artifacts are named"),
  FILTERS("what --where understands"),
  EXIT_CODES("what treadle returns to the shell");

  private static final String REFERENCE_TEXT = """
      Runs
        42 or #42             the number; it is one for the whole project
        @latest               the newest run
        @-1                   the one before the newest, @-2 the one before that
        @latest:failed        the newest that failed; any state will do
        @latest:completed     the newest that went through its whole pipeline
        @latest:penguins      the newest of that pipeline; also @-1:penguins
        019ab0c4-…            the full id, never its beginning

      Steps
        train                 in a map: all its items
        trial[3]              one item of a map

      Artifacts
        penguins/split/train  the newest version, by its whole name
        split/train           any end of the name that fits no other artifact
        train@7               version 7; train@latest is train
        train@champion        the version that has this alias
        run:42/train          what it made in that run; run:@latest/split/train
        sha256:ab12cd34       by content, 8 digits or more

      Metadata (treadle metadata)
        42, @latest           a run; run:42 is the same
        run:42/train          a step
        all other             an artifact

      Shells take a leading # for a comment, so write 42 or quote '#42'.""";

  private static final String EXIT_CODE_TEXT = """
        0  ok
        1  a run or a step failed, something stored is damaged, or the doctor found
           something wrong
        2  wrong usage, parameters, or an ambiguous reference
        3  not found
        4  invalid configuration, stack or pipeline
        5  not permitted
        6  conflict: it exists, is locked, or was changed meanwhile
        7  store, cluster or registry not reachable
       70  a bug in Treadle
      130  Ctrl-C
      141  the reader of the output has gone""";

  private final String header;

  HelpTopic(String header) {
    this.header = header;
  }

  static Optional<HelpTopic> of(String name) {
    return Stream.of(values()).filter(topic -> topic.word().equals(name)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(HelpTopic::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String header() {
    return header;
  }

  String text() {
    return switch (this) {
      case REFERENCES -> REFERENCE_TEXT;
      case FILTERS -> filters();
      case EXIT_CODES -> EXIT_CODE_TEXT;
    };
  }

  private static String filters() {
    return """
        treadle run list -w 'status=failed and param.lr>0.05 tag.team=risk started>7d'
        treadle artifact list -w 'model (size>1MB or created>2026-11-01)'

        Conditions side by side must all hold, as with and. Not binds strongest, then
        and, then or. A word alone searches names; quote what has blanks: "my model".

        Operators  =  !=  <  <=  >  >=  ~ (contains)  in (a, b)  not in (a, b)

        """ + fields(FilterTarget.RUNS) + "\n" + fields(FilterTarget.ARTIFACTS) + """

        Of artifacts, run, pipeline, stack, by and param are those of the run that made
        them. More states: cancelled, interrupted. 7d is seven days ago, so started>7d
        is what is newer; a date is a whole day in UTC, a moment 2026-11-01T12:00:00Z.
        What a run or artifact does not have fits no condition, but its negation.

        Shorthands: --status S,T  --pipeline P  --tag K=V  --since 7d""";
  }

  private static String fields(FilterTarget target) {
    return "Fields of " + target.name().toLowerCase(Locale.ROOT) + "\n"
        + FilterField.of(target).stream()
            .map(field -> String.format(
                Locale.ROOT,
                "  %-9s  %-36s %s%n",
                field.syntax(),
                field.meaning(),
                field.kind().examples()))
            .collect(Collectors.joining())
            .replace("\r\n", "\n");
  }
}
