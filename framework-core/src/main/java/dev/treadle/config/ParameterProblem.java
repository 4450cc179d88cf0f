package dev.treadle.config;

/**
 * What is wrong with one parameter.
 *
 * @param name its key, dotted inside records, or the file that cannot be read
 */
public record ParameterProblem(String name, String message) {}
