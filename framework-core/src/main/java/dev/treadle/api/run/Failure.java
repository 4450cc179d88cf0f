package dev.treadle.api.run;

/**
 * Why an attempt failed.
 *
 * @param errorClass the exception's class
 * @param message its message, empty when it has none
 * @param stackTrace the trace as text, user frames kept
 * @since 0.1
 */
public record Failure(String errorClass, String message, String stackTrace) {

  /** {@code IllegalArgumentException: depth must be >= 1}. */
  public String shortText() {
    String simple = errorClass.substring(
        Math.max(errorClass.lastIndexOf('.'), errorClass.lastIndexOf('$')) + 1);
    return message.isEmpty() ? simple : simple + ": " + message;
  }
}
