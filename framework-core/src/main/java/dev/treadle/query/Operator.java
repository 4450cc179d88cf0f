package dev.treadle.query;

/** How a field is compared; {@code !=} and {@code in} are made of these. */
public enum Operator {
  EQUAL("="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  CONTAINS("~");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
