package dev.treadle.query;

import dev.treadle.api.run.RunStatus;
import dev.treadle.query.FilterTokens.Kind;
import dev.treadle.query.FilterTokens.Token;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads values by the kind of their field. */
final class FilterValues {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-zA-Z]*)");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Map<String, Double> MILLIS = Map.of(
      "ms", 1.0, "s", 1e3, "m", 60e3, "min", 60e3, "h", 3600e3, "d", 86_400e3, "w", 604_800e3);
  private static final Map<String, Double> BYTES = Map.of(
      "",
      1.0,
      "b",
      1.0,
      "kb",
      1e3,
      "mb",
      1e6,
      "gb",
      1e9,
      "tb",
      1e12,
      "kib",
      1024.0,
      "mib",
      1024.0 * 1024,
      "gib",
      1024.0 * 1024 * 1024);

  private final String filter;
  private final Instant now;

  FilterValues(String filter, Instant now) {
    this.filter = filter;
    this.now = now;
  }

  FilterValue read(FilterField field, Operator operator, Token token) {
    return switch (field.kind()) {
      case TEXT -> new FilterValue.Text(token.text(), Optional.empty());
      case KEYED_TEXT -> keyed(field, operator, token);
      case STATUS -> status(token);
      case NUMBER, KEYED_NUMBER ->
        new FilterValue.Quantity(number(token).orElseThrow(() -> wrong(field, token)));
      case TIME -> time(token.text()).orElseThrow(() -> wrong(field, token));
      case DURATION ->
        new FilterValue.Quantity(
            amount(token.text(), MILLIS).orElseThrow(() -> wrong(field, token)));
      case SIZE ->
        new FilterValue.Quantity(
            amount(token.text(), BYTES).orElseThrow(() -> wrong(field, token)));
    };
  }

  private FilterValue keyed(FilterField field, Operator operator, Token token) {
    Optional<Double> number = token.kind() == Kind.QUOTED ? Optional.empty() : number(token);
    if (number.isEmpty() && operator != Operator.EQUAL && operator != Operator.CONTAINS) {
      throw FilterMistake.at(
          filter,
          token.at(),
          "'" + token.text() + "' is no number, which " + operator.symbol() + " needs with "
              + field.syntax());
    }
    return new FilterValue.Text(token.text(), number);
  }

  private FilterValue status(Token token) {
    List<String> known = Stream.of(RunStatus.values())
        .map(status -> status.name().toLowerCase(Locale.ROOT))
        .toList();
    String word = token.text().toLowerCase(Locale.ROOT);
    if (!known.contains(word)) {
      throw FilterMistake.unknown(filter, token.at(), "there is no status", token.text(), known);
    }
    return new FilterValue.Text(word.toUpperCase(Locale.ROOT), Optional.empty());
  }

  /** An amount of time before now, a day, or a moment. */
  private Optional<FilterValue> time(String text) {
    Optional<Double> ago = amount(text, MILLIS);
    if (ago.isPresent()) {
      return moment(now.minus(Duration.ofMillis((long) Math.min(ago.get(), 1e14))));
    }
    try {
      if (text.indexOf('T') > 0) {
        return moment(Instant.parse(text));
      }
      LocalDate day = LocalDate.parse(text);
      return Optional.of(new FilterValue.Time(
          day.atStartOfDay(ZoneOffset.UTC).toInstant(),
          day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FilterValue> moment(Instant at) {
    return Optional.of(new FilterValue.Time(at, at.plusMillis(1)));
  }

  private static Optional<Double> amount(String text, Map<String, Double> units) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(units.get(amount.group(2).toLowerCase(Locale.ROOT)))
        .map(unit -> unit * Double.parseDouble(amount.group(1)));
  }

  private static Optional<Double> number(Token token) {
    return NUMBER.matcher(token.text()).matches()
        ? Optional.of(Double.parseDouble(token.text()))
        : Optional.empty();
  }

  private RuntimeException wrong(FilterField field, Token token) {
    return FilterMistake.at(
        filter,
        token.at(),
        "'" + token.text() + "' is no value of " + field.syntax() + ", write for example: "
            + field.kind().examples());
  }
}
