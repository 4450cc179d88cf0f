package dev.treadle.api.diff;

import org.jspecify.annotations.Nullable;

/**
 * A column that came, went or changed its type.
 *
 * @param baseType null when added
 * @param otherType null when removed
 * @since 0.1
 */
public record SchemaChange(
    String column,
    ChangeKind kind,
    @Nullable String baseType,
    @Nullable String otherType) {}
