package dev.treadle.api.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes records apart into cells and puts them together again. */
final class RecordCells {

  private RecordCells() {}

  static ColumnType typeOf(Class<?> type) {
    if (type == long.class || type == Long.class || isSmallInteger(type)) {
      return ColumnType.INTEGER;
    }
    if (type == double.class
        || type == Double.class
        || type == float.class
        || type == Float.class) {
      return ColumnType.DECIMAL;
    }
    if (type == boolean.class || type == Boolean.class) {
      return ColumnType.BOOLEAN;
    }
    if (type == LocalDate.class) {
      return ColumnType.DATE;
    }
    if (type == Instant.class) {
      return ColumnType.INSTANT;
    }
    return type == BigDecimal.class ? ColumnType.EXACT : ColumnType.TEXT;
  }

  private static boolean isSmallInteger(Class<?> type) {
    return type == int.class
        || type == Integer.class
        || type == short.class
        || type == Short.class
        || type == byte.class
        || type == Byte.class;
  }

  static @Nullable Object cell(RecordComponent component, Record row) {
    var value = unwrapped(read(component, row));
    if (value == null) {
      return null;
    }
    return switch (typeOf(component.getType())) {
      case INTEGER -> ((Number) value).longValue();
      case DECIMAL -> ((Number) value).doubleValue();
      case TEXT -> value instanceof Enum<?> constant ? constant.name() : value.toString();
      case BOOLEAN, DATE, INSTANT, EXACT -> value;
    };
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  private static @Nullable Object read(RecordComponent component, Record row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("Cannot read %s of %s".formatted(component, row), e);
    }
  }

  /** The value for a component, as its type wants it. */
  static @Nullable Object value(RecordComponent component, @Nullable Object cell) {
    var type = component.getType();
    if (cell == null) {
      if (type.isPrimitive()) {
        throw new IllegalArgumentException(
            "Column %s holds null, but %s takes none".formatted(component.getName(), component));
      }
      return null;
    }
    if (cell instanceof Long number && isSmallInteger(type)) {
      return narrowed(component, number);
    }
    if (cell instanceof Number number && typeOf(type) == ColumnType.DECIMAL) {
      boolean isFloat = type == float.class || type == Float.class;
      return isFloat ? (Object) number.floatValue() : (Object) number.doubleValue();
    }
    if (cell instanceof String text && type.isEnum()) {
      return constant(type, text);
    }
    if (cell instanceof String text && (type == char.class || type == Character.class)) {
      return text.charAt(0);
    }
    if (typeOf(type).valueType() != cell.getClass()
        || (typeOf(type) == ColumnType.TEXT && type != String.class)) {
      throw new IllegalArgumentException("Column %s holds a %s, but %s takes none"
          .formatted(component.getName(), cell.getClass().getSimpleName(), component));
    }
    return cell;
  }

  private static Object narrowed(RecordComponent component, long number) {
    var type = component.getType();
    boolean isInt = type == int.class || type == Integer.class;
    boolean isShort = type == short.class || type == Short.class;
    long narrowed = isInt ? (int) number : isShort ? (short) number : (byte) number;
    if (narrowed != number) {
      throw new IllegalArgumentException(
          "%d is out of the range of %s".formatted(number, component));
    }
    return isInt
        ? (Object) (int) number
        : isShort ? (Object) (short) number : (Object) (byte) number;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class<? extends Enum>) type, name);
  }
}
