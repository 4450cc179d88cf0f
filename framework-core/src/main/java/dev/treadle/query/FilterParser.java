package dev.treadle.query;

import dev.treadle.query.FilterTokens.Kind;
import dev.treadle.query.FilterTokens.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads filters: {@code status=failed and param.lr>0.05 tag.team=risk started>7d}. Terms side by side must both hold; a word
 * alone searches names. {@code and} binds stronger than {@code or}.
 */
public final class FilterParser {
  private static final int DEEPEST = 100;

  private final String text;
  private final FilterTarget target;
  private final FilterValues values;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private FilterParser(String text, FilterTarget target, Instant now) {
    this.text = text;
    this.target = target;
    this.values = new FilterValues(text, now);
    this.tokens = FilterTokens.of(text).tokens();
  }

  /**
   * Reads a filter.
   *
   * @param now what times such as {@code 7d} count from
   * @throws dev.treadle.error.TreadleException that names the column of the first mistake
   */
  public static Filter parse(String text, FilterTarget target, Instant now) {
    FilterParser parser = new FilterParser(text, target, now);
    if (parser.peek().kind() == Kind.END) {
      return Filter.all();
    }
    Filter filter = parser.either();
    Token rest = parser.peek();
    if (rest.kind() != Kind.END) {
      throw parser.mistake(rest, "'" + rest.text() + "' does not belong here");
    }
    return filter;
  }

  private Filter either() {
    List<Filter> terms = new ArrayList<>(List.of(both()));
    while (peek().isWord("or")) {
      next++;
      terms.add(both());
    }
    return terms.size() == 1 ? terms.get(0) : new Filter.Or(terms);
  }

  private Filter both() {
    List<Filter> terms = new ArrayList<>(List.of(unary()));
    while (true) {
      if (peek().isWord("and")) {
        next++;
      } else if (peek().kind() == Kind.END || peek().isWord("or") || peek().is(")")) {
        return terms.size() == 1 ? terms.get(0) : new Filter.And(terms);
      }
      terms.add(unary());
    }
  }

  private Filter unary() {
    Token token = peek();
    if (++depth > DEEPEST) {
      throw mistake(token, "it is nested too deeply");
    }
    try {
      if (token.isWord("not")) {
        next++;
        return new Filter.Not(unary());
      }
      if (token.is("(")) {
        next++;
        Filter inner = either();
        expect(")");
        return inner;
      }
      return term();
    } finally {
      depth--;
    }
  }

  private Filter term() {
    Token token = take();
    if (token.kind() == Kind.QUOTED) {
      return new Filter.NameContains(token.text());
    }
    if (token.kind() != Kind.WORD || token.isWord("and") || token.isWord("or")) {
      throw mistake(
          token,
          token.kind() == Kind.END
              ? "a condition is missing at the end"
              : "a condition is missing before '" + token.text() + "'");
    }
    boolean negated = peek().isWord("not") && tokens.get(next + 1).isWord("in");
    if (negated || (peek().isWord("in") && tokens.get(next + 1).is("("))) {
      next += negated ? 2 : 1;
      Filter in = in(field(token), key(token));
      return negated ? new Filter.Not(in) : in;
    }
    return isOperator(peek()) ? comparison(token) : new Filter.NameContains(token.text());
  }

  private Filter comparison(Token name) {
    FilterField field = field(name);
    Token sign = take();
    boolean negated = sign.is("!=");
    Operator operator = negated
        ? Operator.EQUAL
        : Stream.of(Operator.values())
            .filter(each -> each.symbol().equals(sign.text()))
            .findFirst()
            .orElseThrow(() -> mistake(sign, "'" + sign.text() + "' is no operator"));
    if (!field.kind().operators().contains(operator)) {
      throw mistake(
          sign,
          "'" + sign.text() + "' cannot be asked of " + field.syntax() + ", only: "
              + String.join(
                  " ", field.kind().operators().stream().map(Operator::symbol).toList())
              + " != in");
    }
    Filter equal =
        new Filter.Comparison(field, key(name), operator, values.read(field, operator, value()));
    return negated ? new Filter.Not(equal) : equal;
  }

  private Filter in(FilterField field, String key) {
    expect("(");
    List<Filter> terms = new ArrayList<>();
    do {
      terms.add(new Filter.Comparison(
          field, key, Operator.EQUAL, values.read(field, Operator.EQUAL, value())));
    } while (takeIf(","));
    expect(")");
    return terms.size() == 1 ? terms.get(0) : new Filter.Or(terms);
  }

  private Token value() {
    Token token = take();
    if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
      throw mistake(token, "a value is missing");
    }
    return token;
  }

  private FilterField field(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    int dot = word.indexOf('.');
    String name = dot < 0 ? word : word.substring(0, dot);
    Optional<FilterField> found = FilterField.of(target).stream()
        .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
        .filter(field -> field.kind().isKeyed() || dot < 0)
        .findFirst();
    if (found.isEmpty()) {
      throw FilterMistake.unknown(
          text,
          token.at(),
          target.name().toLowerCase(Locale.ROOT) + " have no field",
          token.text(),
          FilterField.of(target).stream().map(FilterField::syntax).toList());
    }
    if (found.get().kind().isKeyed() && (dot < 0 || dot == word.length() - 1)) {
      throw mistake(token, "'" + token.text() + "' needs a key, such as " + name + ".NAME");
    }
    return found.get();
  }

  private static String key(Token token) {
    int dot = token.text().indexOf('.');
    return dot < 0 ? "" : token.text().substring(dot + 1);
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Kind.SIGN && !token.is("(") && !token.is(")") && !token.is(",");
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  private boolean takeIf(String sign) {
    boolean there = peek().is(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String sign) {
    Token token = peek();
    if (!takeIf(sign)) {
      throw mistake(token, "'" + sign + "' is missing");
    }
  }

  private RuntimeException mistake(Token token, String what) {
    return FilterMistake.at(text, token.at(), what);
  }
}
