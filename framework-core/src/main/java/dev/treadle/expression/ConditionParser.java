package dev.treadle.expression;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads conditions by descent. */
final class ConditionParser {
  private static final Set<String> WORDS = Set.of("and", "or", "not");
  private static final String BASE = "base";
  private static final int MOST_NESTED = 100;

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int depth;

  ConditionParser(String text) {
    this.text = text;
    this.tokens = Token.all(text);
  }

  Truth condition() {
    var start = peek();
    var truth = truth(either(), start);
    if (peek().kind() != Token.Kind.END) {
      throw problem(peek(), "expected and, or or the end, found " + peek().shown());
    }
    return truth;
  }

  private Node either() {
    var start = peek();
    var left = both();
    while (peek().isWord("or")) {
      var operator = take();
      left = new Truth.Either(truth(left, start), truth(both(), operator));
    }
    return left;
  }

  private Node both() {
    var start = peek();
    var left = not();
    while (peek().isWord("and")) {
      var operator = take();
      left = new Truth.Both(truth(left, start), truth(not(), operator));
    }
    return left;
  }

  private Node not() {
    if (!peek().isWord("not")) {
      return comparison();
    }
    var operator = take();
    return nested(() -> new Truth.Not(truth(not(), operator)));
  }

  private Node comparison() {
    var start = peek();
    var left = sum();
    var comparator = comparator();
    if (comparator.isEmpty()) {
      return left;
    }
    var operator = take();
    var right = amount(sum(), operator);
    if (comparator().isPresent()) {
      throw problem(peek(), "two comparisons need an and between them");
    }
    return completed(new Truth.Comparison(comparator.get(), amount(left, start), right));
  }

  private Optional<Comparator> comparator() {
    return peek().kind() == Token.Kind.SIGN
        ? Comparator.of(peek().text().equals("==") ? "=" : peek().text())
        : Optional.empty();
  }

  private Node sum() {
    var start = peek();
    var left = product();
    while (peek().isSign("+") || peek().isSign("-")) {
      var operator = take();
      left = join(operator, amount(left, start), amount(product(), operator));
    }
    return left;
  }

  private Node product() {
    var start = peek();
    var left = unary();
    while (peek().isSign("*") || peek().isSign("/")) {
      var operator = take();
      left = join(operator, amount(left, start), amount(unary(), operator));
    }
    return left;
  }

  private static Amount join(Token operator, Amount left, Amount right) {
    return new Amount.Sum(operator.text().charAt(0), left, right);
  }

  private Node unary() {
    if (!peek().isSign("-")) {
      return primary();
    }
    var operator = take();
    return nested(() -> new Amount.Negated(amount(unary(), operator)));
  }

  private Node primary() {
    var token = take();
    if (token.isSign("(")) {
      var inner = nested(this::either);
      if (!peek().isSign(")")) {
        throw problem(peek(), "expected ')', found " + peek().shown());
      }
      take();
      return inner;
    }
    return switch (token.kind()) {
      case NUMBER -> new Amount.Literal(Double.parseDouble(token.text()), token.text());
      case QUOTED -> new Metric(token.text(), false, token.column());
      case BASE_QUOTED -> new Metric(token.text(), true, token.column());
      case NAME -> named(token);
      case SIGN, END ->
        throw problem(token, "expected a metric or a number, found " + token.shown());
    };
  }

  private Metric named(Token token) {
    if (WORDS.contains(token.text())) {
      throw problem(token, "expected a metric or a number, found " + token.shown());
    }
    if (token.text().equals(BASE)) {
      return new Metric("", true, token.column());
    }
    return token.text().startsWith(BASE + ".")
        ? new Metric(token.text().substring(BASE.length() + 1), true, token.column())
        : new Metric(token.text(), false, token.column());
  }

  /** Gives {@code base} the name of the one metric that is compared. */
  private Truth completed(Truth.Comparison comparison) {
    var bare = comparison.metrics().filter(metric -> metric.name().isEmpty()).findFirst();
    if (bare.isEmpty()) {
      return comparison;
    }
    var names = comparison
        .metrics()
        .map(Metric::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
    if (names.size() != 1) {
      throw problem(
          text,
          bare.get().column(),
          names.isEmpty()
              ? "'base' alone needs a metric in the same comparison, as in: accuracy < base"
              : "'base' may be one of several metrics here; write base.NAME");
    }
    var name = names.iterator().next();
    return new Truth.Comparison(
        comparison.operator(), filled(comparison.left(), name), filled(comparison.right(), name));
  }

  private static Amount filled(Amount amount, String name) {
    if (amount instanceof Metric metric) {
      return metric.name().isEmpty() ? new Metric(name, true, metric.column()) : metric;
    }
    if (amount instanceof Amount.Negated negated) {
      return new Amount.Negated(filled(negated.amount(), name));
    }
    return amount instanceof Amount.Sum sum
        ? new Amount.Sum(sum.operator(), filled(sum.left(), name), filled(sum.right(), name))
        : amount;
  }

  private Truth truth(Node node, Token at) {
    if (node instanceof Truth truth) {
      return truth;
    }
    throw problem(at, "expected a comparison, such as accuracy < 0.9, and found a number");
  }

  private Amount amount(Node node, Token at) {
    if (node instanceof Amount amount) {
      return amount;
    }
    throw problem(at, "expected a number and found a comparison");
  }

  private Node nested(Supplier<Node> inner) {
    if (++depth > MOST_NESTED) {
      throw problem(peek(), "it nests deeper than " + MOST_NESTED + " levels");
    }
    var node = inner.get();
    depth--;
    return node;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private TreadleException problem(Token at, String what) {
    return problem(text, at.column(), what);
  }

  static TreadleException problem(String text, int column, String what) {
    return new TreadleException(
        CoreProblem.RUN_CONDITION,
        "Cannot check '%s', column %d: %s".formatted(text, column, what));
  }
}
