package dev.treadle.run;

import dev.treadle.api.ArtifactAccess;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** What a context passes on to. */
interface AttemptServices {

  Clock clock();

  void progress(Task task, long done, long total);

  /** A folder of the attempt; created by the caller when needed. */
  Path outputDirectory();

  ArtifactAccess artifacts(AttemptNotes notes);

  InputStream external(URI uri, AttemptNotes notes);
}
