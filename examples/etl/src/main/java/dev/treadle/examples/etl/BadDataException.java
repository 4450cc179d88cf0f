package dev.treadle.examples.etl;

import java.util.List;

/** Rows break rules; the message has all of them. */
public final class BadDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadDataException(List<String> violations) {
    super("[ETL-DATA] " + String.join("; ", violations));
  }
}
