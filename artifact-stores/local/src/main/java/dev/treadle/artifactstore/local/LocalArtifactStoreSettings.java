package dev.treadle.artifactstore.local;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a local artifact store.
 *
 * @param root its folder; relative to the project. Default: {@code artifacts} in Treadle's folder of the project
 * @param storeId the id that the folder's marker must have. Default: any
 */
public record LocalArtifactStoreSettings(
    @Nullable String root, @Nullable String storeId) {}
