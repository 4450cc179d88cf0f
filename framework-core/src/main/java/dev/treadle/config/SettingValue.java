package dev.treadle.config;

import java.nio.file.Path;

/**
 * A value and who said so.
 *
 * @param from the option, the variable, or file and line
 * @param base the folder that a relative path starts from
 */
public record SettingValue(String value, String from, Path base) {}
