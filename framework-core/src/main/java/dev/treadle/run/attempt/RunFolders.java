package dev.treadle.run.attempt;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Folders for what lives as long as a run.
 *
 * @param root on the same file system as the artifact store, where that is local, so that files can be moved
 */
public record RunFolders(Path root) {

  Path logs() {
    return root.resolve("logs");
  }

  /** The folder of an attempt's files. */
  Path outputs(UUID stepRun, int attempt) {
    return root.resolve("outputs").resolve(stepRun + "-" + attempt);
  }
}
