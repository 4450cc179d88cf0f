package dev.treadle.cli.store;

import java.nio.file.Path;

/** Opens the store in a directory for reading. Found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface StoreOpener {

  ProjectStore open(Path directory);
}
