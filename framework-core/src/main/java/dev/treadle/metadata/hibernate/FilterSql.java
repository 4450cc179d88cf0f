package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.HolderKind;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterField;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.FilterValue;
import dev.treadle.query.Operator;
import java.util.List;

/**
 * Filters as conditions on the tables that the lists join: {@code r} run, {@code p} pipeline, and for artifacts {@code v}
 * version, {@code a} artifact, {@code s} the step run that made it. A condition is never null, so that its negation is the
 * rest: what has nothing to compare does not fit.
 */
final class FilterSql {
  private final FilterTarget target;

  FilterSql(FilterTarget target) {
    this.target = target;
  }

  Condition of(Filter filter) {
    if (filter instanceof Filter.And and) {
      return and.terms().isEmpty() ? Condition.of("(1 = 1)") : all(" and ", and.terms());
    }
    if (filter instanceof Filter.Or or) {
      return or.terms().isEmpty() ? Condition.of("(1 = 0)") : all(" or ", or.terms());
    }
    if (filter instanceof Filter.Not not) {
      return of(not.term()).not();
    }
    if (filter instanceof Filter.NameContains name) {
      return contains(target == FilterTarget.RUNS ? "p.name" : "a.name", name.text());
    }
    return of((Filter.Comparison) filter);
  }

  private Condition all(String between, List<Filter> terms) {
    return Condition.join(between, terms.stream().map(this::of).toList());
  }

  private Condition of(Filter.Comparison asked) {
    FilterField field = asked.field();
    return switch (field) {
      case NAME -> compare("a.name", asked);
      case STATUS -> status(asked);
      case PIPELINE -> compare("p.name", asked);
      case STEP -> compare("s.step_name", asked);
      case RUN -> compare("r.run_number", asked);
      case STACK -> compare("r.stack_name", asked);
      case BY -> compare("r.started_by", asked);
      case STARTED -> compare("r.started_at", asked);
      case TOOK -> compare("(r.ended_at - r.started_at)", asked);
      case CACHED ->
        compare(
            "(select count(*) from step_run c where c.run_id = r.id and c.status = 'CACHED')",
            asked);
      case VERSION -> compare("v.version_number", asked);
      case CREATED -> compare("v.created_at", asked);
      case TYPE -> compare("v.declared_type", asked);
      case SIZE -> compare("v.size_bytes", asked);
      case ALIAS -> {
        Condition name = compare("l.alias_name", asked);
        yield new Condition(
            "exists (select 1 from artifact_alias l where l.version_id = v.id and " + name.sql()
                + ")",
            name.values());
      }
      case NOTE ->
        compare(
            "(select n.note_text from note n where n.holder_id = r.id and n.holder_kind = 'RUN')",
            asked);
      case TAG ->
        exists(
            "select 1 from tag t where t.holder_id = " + holder() + " and t.holder_kind = '"
                + (target == FilterTarget.RUNS ? HolderKind.RUN : HolderKind.VERSION)
                + "' and t.tag_key = ?",
            asked,
            text("t.tag_text", "cast(null as double precision)", asked));
      case PARAM ->
        exists(
            "select 1 from run_param q where q.run_id = r.id and q.param_key = ?",
            asked,
            text("q.param_text", "q.param_number", asked));
      case METRIC ->
        exists(
            target == FilterTarget.RUNS
                ? "select 1 from step_run c join metric m on m.step_run_id = coalesce(c.cached_from,"
                    + " c.id) where c.run_id = r.id and m.metric_name = ?"
                : "select 1 from metric m where m.step_run_id = s.id and m.metric_name = ?",
            asked,
            compare("m.last_number", asked));
    };
  }

  private static Condition status(Filter.Comparison asked) {
    return asked.operator() == Operator.EQUAL && asked.value() instanceof FilterValue.Text text
        ? Condition.join("", List.of(LiveStatus.is(text.text())))
        : compare("(" + LiveStatus.RUN + ")", asked);
  }

  private String holder() {
    return target == FilterTarget.RUNS ? "r.id" : "v.id";
  }

  private static Condition exists(String select, Filter.Comparison asked, Condition more) {
    Condition keyed = Condition.of(select, asked.key());
    Condition both = Condition.join(" and ", List.of(keyed, more));
    return new Condition("exists " + both.sql(), both.values());
  }

  /** A value that may be text or a number; numbers equal as numbers, so {@code 0.10} is {@code 0.1}. */
  private static Condition text(String text, String number, Filter.Comparison asked) {
    FilterValue.Text value = (FilterValue.Text) asked.value();
    if (asked.operator() == Operator.CONTAINS) {
      return contains(text, value.text());
    }
    if (asked.operator() != Operator.EQUAL) {
      return known(number, asked.operator(), value.number().orElseThrow());
    }
    Condition same = Condition.of("(" + text + " = ?)", value.text());
    return value
        .number()
        .map(n -> Condition.join(" or ", List.of(same, known(number, Operator.EQUAL, n))))
        .orElse(same);
  }

  private static Condition compare(String column, Filter.Comparison asked) {
    if (asked.value() instanceof FilterValue.Text text) {
      return asked.operator() == Operator.CONTAINS
          ? contains(column, text.text())
          : known(column, asked.operator(), text.text());
    }
    if (asked.value() instanceof FilterValue.Quantity number) {
      return known(column, asked.operator(), number.number());
    }
    return time(column, asked.operator(), (FilterValue.Time) asked.value());
  }

  /** A day is from its first moment to the next day's: {@code >} is after it, {@code <=} before its end. */
  private static Condition time(String column, Operator operator, FilterValue.Time time) {
    long from = time.from().toEpochMilli();
    long until = time.until().toEpochMilli();
    return switch (operator) {
      case EQUAL ->
        known(column, Operator.GREATER_OR_EQUAL, from).and(known(column, Operator.LESS, until));
      case LESS -> known(column, Operator.LESS, from);
      case LESS_OR_EQUAL -> known(column, Operator.LESS, until);
      case GREATER -> known(column, Operator.GREATER_OR_EQUAL, until);
      case GREATER_OR_EQUAL -> known(column, Operator.GREATER_OR_EQUAL, from);
      case CONTAINS -> throw new IllegalArgumentException("A time contains nothing");
    };
  }

  private static Condition known(String column, Operator operator, Object value) {
    return Condition.of(
        "(" + column + " is not null and " + column + " " + operator.symbol() + " ?)", value);
  }

  /** In any case of letters; not by {@code lower}, which in H2 follows the locale, and Turkish has two kinds of i. */
  private static Condition contains(String column, String text) {
    return Condition.of(
        "(" + column + " is not null and " + column + " ilike ? escape '!')",
        "%" + Sql.literal(text) + "%");
  }
}
