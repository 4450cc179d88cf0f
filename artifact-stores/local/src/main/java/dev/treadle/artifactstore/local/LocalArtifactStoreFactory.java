package dev.treadle.artifactstore.local;

import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentFactory;
import dev.treadle.spi.ComponentKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes artifact stores on the local disk. */
public final class LocalArtifactStoreFactory
    implements ComponentFactory<LocalArtifactStoreSettings> {

  /** For {@link java.util.ServiceLoader}. */
  public LocalArtifactStoreFactory() {}

  @Override
  public ComponentKind kind() {
    return ComponentKind.ARTIFACT_STORE;
  }

  @Override
  public String flavor() {
    return LocalArtifactStore.FLAVOR;
  }

  @Override
  public boolean embedded() {
    return true;
  }

  @Override
  public Class<LocalArtifactStoreSettings> settings() {
    return LocalArtifactStoreSettings.class;
  }

  @Override
  public LocalArtifactStore create(LocalArtifactStoreSettings settings, ComponentContext context) {
    return LocalArtifactStore.open(
        context.name(), root(settings, context), settings.storeId(), context.clock(), StoreIO.REAL);
  }

  private static Path root(LocalArtifactStoreSettings settings, ComponentContext context) {
    var root = settings.root();
    if (root == null) {
      return context.storeDirectory().resolve("artifacts");
    }
    try {
      return context.projectDirectory().resolve(root);
    } catch (InvalidPathException e) {
      throw new UnsafePathException(root, "the setting root is not a path here: " + e.getReason());
    }
  }
}
