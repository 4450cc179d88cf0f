package dev.treadle.run.attempt;

import dev.treadle.log.AttemptLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where logs of attempts are kept. */
public interface LogArchive {

  /** Stores an ended log and gives its path. */
  String store(UUID stepRun, int attempt, AttemptLog log) throws IOException;

  /** Opens a stored log: lines of {@code LogLine}. */
  InputStream open(String path);
}
