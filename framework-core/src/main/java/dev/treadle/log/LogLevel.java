package dev.treadle.log;

/** How much a log line matters. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR
}
