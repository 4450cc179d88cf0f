package dev.treadle.run.plan;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.AttemptServices;
import dev.treadle.run.attempt.ObservedArtifacts;
import dev.treadle.run.attempt.Publisher;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.ValueStore;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** What the context of a step that is tried passes on to: the project's stores for reading, the scratch folder for the rest. */
record SpinServices(
    PlanServices services,
    ValueStore values,
    ExternalData external,
    Publisher publisher,
    Path outputDirectory)
    implements AttemptServices {

  @Override
  public Clock clock() {
    return services.clock();
  }

  @Override
  public void progress(Task task, long done, long total) {
    // Nobody looks at a table of steps.
  }

  @Override
  public ArtifactAccess artifacts(AttemptNotes notes) {
    return new ObservedArtifacts(
        services.queries(), values, services.materializers(), publisher, notes, () -> {});
  }

  @Override
  public InputStream external(URI uri, AttemptNotes notes) {
    return external.open(uri, external.pin(uri.toString(), uri));
  }
}
