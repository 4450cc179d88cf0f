package dev.treadle.cli.store;

import dev.treadle.StoreReader;
import java.nio.file.Path;

/** Opens stores of this machine. */
public final class LocalStoreOpener implements StoreOpener {

  @Override
  public ProjectStore open(Path directory) {
    return new LocalProjectStore(StoreReader.open(directory));
  }
}
