package dev.treadle.run.attempt;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.run.task.Task;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** What a context passes on to. */
public interface AttemptServices {

  Clock clock();

  void progress(Task task, long done, long total);

  /** A folder of the attempt; created by the caller when needed. */
  Path outputDirectory();

  ArtifactAccess artifacts(AttemptNotes notes);

  InputStream external(URI uri, AttemptNotes notes);
}
