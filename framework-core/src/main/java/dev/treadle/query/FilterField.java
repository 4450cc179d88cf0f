package dev.treadle.query;

import static dev.treadle.query.FilterTarget.ARTIFACTS;
import static dev.treadle.query.FilterTarget.RUNS;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What filters can ask for. */
public enum FilterField {
  NAME(Kind.TEXT, "the artifact's full name", ARTIFACTS),
  STATUS(Kind.STATUS, "of the run", RUNS),
  PIPELINE(Kind.TEXT, "of the run"),
  STEP(Kind.TEXT, "the step that made the artifact", ARTIFACTS),
  RUN(Kind.NUMBER, "the run's number"),
  STACK(Kind.TEXT, "the stack's name"),
  BY(Kind.TEXT, "who started the run"),
  STARTED(Kind.TIME, "when the run started", RUNS),
  TOOK(Kind.DURATION, "from start to end", RUNS),
  CACHED(Kind.NUMBER, "how many steps were cached", RUNS),
  VERSION(Kind.NUMBER, "the artifact's version", ARTIFACTS),
  CREATED(Kind.TIME, "when the version was made", ARTIFACTS),
  TYPE(Kind.TEXT, "the declared type", ARTIFACTS),
  SIZE(Kind.SIZE, "bytes stored", ARTIFACTS),
  ALIAS(Kind.TEXT, "an alias of the version", ARTIFACTS),
  NOTE(Kind.TEXT, "what was written of the run", RUNS),
  TAG(Kind.KEYED_TEXT, "a tag's value"),
  PARAM(Kind.KEYED_TEXT, "a parameter, dotted inside records"),
  METRIC(Kind.KEYED_NUMBER, "a metric's last value");

  /** What values of a field look like. */
  public enum Kind {
    TEXT("word \"quoted\""),
    STATUS("running completed failed"),
    NUMBER("42"),
    TIME("7d (ago) 90m 2026-11-01"),
    DURATION("300ms 90s 5m 2h 1d"),
    SIZE("4096 10kB 1.5MB 2GB"),
    KEYED_TEXT("word \"quoted\" 0.05"),
    KEYED_NUMBER("0.9");

    private final String examples;

    Kind(String examples) {
      this.examples = examples;
    }

    public String examples() {
      return examples;
    }

    boolean isKeyed() {
      return this == KEYED_TEXT || this == KEYED_NUMBER;
    }

    Set<Operator> operators() {
      return switch (this) {
        case TEXT -> EnumSet.of(Operator.EQUAL, Operator.CONTAINS);
        case STATUS -> EnumSet.of(Operator.EQUAL);
        case NUMBER, TIME, DURATION, SIZE, KEYED_NUMBER ->
          EnumSet.complementOf(EnumSet.of(Operator.CONTAINS));
        case KEYED_TEXT -> EnumSet.allOf(Operator.class);
      };
    }
  }

  private final Kind kind;
  private final String meaning;
  private final @Nullable FilterTarget only;

  FilterField(Kind kind, String meaning) {
    this(kind, meaning, null);
  }

  FilterField(Kind kind, String meaning, @Nullable FilterTarget only) {
    this.kind = kind;
    this.meaning = meaning;
    this.only = only;
  }

  /** The fields of a target, by name. */
  public static List<FilterField> of(FilterTarget target) {
    return Stream.of(values()).filter(field -> field.belongsTo(target)).toList();
  }

  public Kind kind() {
    return kind;
  }

  public String meaning() {
    return meaning;
  }

  public boolean belongsTo(FilterTarget target) {
    return only == null || only == target;
  }

  /** {@code status}, {@code tag.K}. */
  public String syntax() {
    String name = name().toLowerCase(Locale.ROOT);
    return kind.isKeyed() ? name + ".K" : name;
  }
}
