package dev.treadle.cli.store;

import java.nio.file.Path;

/** Opens the store in a directory, mainly for reading. */
@FunctionalInterface
public interface StoreOpener {

  ProjectStore open(Path directory);
}
