package dev.treadle.cli.store;

import dev.treadle.StoreReader;
import dev.treadle.log.StepLoggerProvider;
import java.nio.file.Path;

/** Opens stores of this machine. */
public final class LocalStoreOpener implements StoreOpener {

  @Override
  public ProjectStore open(Path directory) {
    // A logging library of its own would be a quarter of the time of most commands.
    StepLoggerProvider.use();
    return new LocalProjectStore(StoreReader.open(directory));
  }
}
