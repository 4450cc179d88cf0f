package dev.treadle.expression;

/** Kleene's three truth values. */
enum Decision {
  FALSE,
  UNDECIDED,
  TRUE;

  static Decision of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  Decision and(Decision other) {
    return compareTo(other) < 0 ? this : other;
  }

  Decision or(Decision other) {
    return compareTo(other) > 0 ? this : other;
  }

  Decision negated() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNDECIDED -> UNDECIDED;
      case TRUE -> FALSE;
    };
  }
}
