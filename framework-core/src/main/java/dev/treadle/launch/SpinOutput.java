package dev.treadle.launch;

import org.jspecify.annotations.Nullable;

/**
 * What a step that was tried gave.
 *
 * @param name the output's name, {@code result} when there is only one
 * @param type the declared type as text
 * @param summary one line on the value, may be empty
 * @param preview the beginning of the value as text, null when it cannot be shown as that
 * @param previewType the preview's media type
 */
public record SpinOutput(
    String name,
    String type,
    long sizeBytes,
    String summary,
    @Nullable String preview,
    @Nullable String previewType) {}
