package dev.treadle.examples.etl;

/** A route in a month: flights, and their delay in minutes. */
public record RouteMonth(
    String month, String origin, String destination, long flights, double meanDelay, double p95) {}
