package dev.treadle.expression;

import java.util.Optional;
import java.util.stream.Stream;

/** How two numbers are compared. */
enum Comparator {
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  EQUAL("="),
  NOT_EQUAL("!=");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  static Optional<Comparator> of(String sign) {
    return Stream.of(values()).filter(each -> each.sign.equals(sign)).findFirst();
  }

  String sign() {
    return sign;
  }

  boolean holds(double a, double b) {
    return switch (this) {
      case LESS -> a < b;
      case AT_MOST -> a <= b;
      case GREATER -> a > b;
      case AT_LEAST -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
    };
  }
}
