package dev.treadle.api.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column are.
 *
 * @since 0.1
 */
public enum ColumnType {
  /** {@link Long}, from every whole number type. */
  INTEGER(Long.class, Pattern.compile("0|-?[1-9][0-9]{0,18}")),
  /** {@link Double}, from {@code float} and {@code double}. */
  DECIMAL(
      Double.class,
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|NaN|-?Infinity")),
  /** {@link Boolean}, {@code true} or {@code false} as text. */
  BOOLEAN(Boolean.class, Pattern.compile("true|false")),
  /** {@link LocalDate}, ISO-8601 as text. */
  DATE(LocalDate.class, Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")),
  /** {@link Instant}, ISO-8601 in UTC as text. */
  INSTANT(Instant.class, Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z")),
  /** {@link BigDecimal}; never guessed from text. */
  EXACT(BigDecimal.class, Pattern.compile("(?!)")),
  /** {@link String}; enums are text too. */
  TEXT(String.class, Pattern.compile("(?s).*"));

  private final Class<?> valueType;
  private final Pattern pattern;

  ColumnType(Class<?> valueType, Pattern pattern) {
    this.valueType = valueType;
    this.pattern = pattern;
  }

  /** The class of the cells that are not null. */
  public Class<?> valueType() {
    return valueType;
  }

  /**
   * Reads a cell from text.
   *
   * @throws IllegalArgumentException when the text is no such value
   */
  public Object parse(String text) {
    try {
      return switch (this) {
        case INTEGER -> Long.valueOf(text);
        case DECIMAL -> Double.valueOf(text);
        case BOOLEAN -> Boolean.valueOf(text);
        case DATE -> LocalDate.parse(text);
        case INSTANT -> Instant.parse(text);
        case EXACT -> new BigDecimal(text);
        case TEXT -> text;
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("\"%s\" is not of type %s".formatted(text, this), e);
    }
  }

  /** Whether every text would be read as this type when nothing is said; numbers with leading zeros stay text. */
  boolean fits(Iterable<@Nullable String> texts) {
    for (var text : texts) {
      if (text != null && !(pattern.matcher(text).matches() && isParsable(text))) {
        return false;
      }
    }
    return true;
  }

  private boolean isParsable(String text) {
    try {
      return valueType.isInstance(parse(text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
