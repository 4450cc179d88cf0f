package dev.treadle.run.attempt;

import dev.treadle.log.AttemptLog;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Logs in the artifact store, one object an attempt. */
public final class StoredLogs implements LogArchive {
  private final ArtifactStore store;

  @Inject
  public StoredLogs(ArtifactStore store) {
    this.store = store;
  }

  @Override
  public String store(UUID stepRun, int attempt, AttemptLog log) throws IOException {
    String path = "logs/" + stepRun + "-" + attempt + ".log";
    ByteSource source = new ByteSource() {
      @Override
      public InputStream open() throws IOException {
        return log.read();
      }

      @Override
      public long length() {
        return log.size();
      }
    };
    try (InputStream bytes = log.read()) {
      store.create(StorePath.of(path), source, ObjectDigest.of(bytes));
    }
    return path;
  }

  @Override
  public InputStream open(String path) {
    return store.open(StorePath.of(path));
  }
}
