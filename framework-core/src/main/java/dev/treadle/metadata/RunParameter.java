package dev.treadle.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a run.
 *
 * @param key its name, dotted inside records
 * @param text the value: text as it is, everything else as JSON
 * @param number the value where it is a finite number
 * @param changed whether there is a default and the value differs from it
 */
public record RunParameter(
    String key, String text, @Nullable Double number, boolean changed) {}
