package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.VersionContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A process that writes to a store until it is killed, and prints what was acknowledged. */
final class ChildWriter {
  private static final int AT_ONCE = 16;

  private ChildWriter() {}

  public static void main(String[] arguments) {
    var store = HibernateMetadataStore.open(Path.of(arguments[0]), Clock.systemUTC());
    UUID run = UUID.randomUUID();
    System.out.println("run " + store.submit(startRun(run)).join());
    for (int i = 0; ; i++) {
      List<CompletableFuture<Void>> group = new ArrayList<>();
      for (int j = 0; j < AT_ONCE; j++) {
        NewVersion version = version();
        group.add(store.submit(step(run, i * AT_ONCE + j, version)).thenAccept(numbers -> {
          System.out.println("version " + version.id() + " " + numbers.get(0));
          System.out.flush();
        }));
      }
      group.forEach(CompletableFuture::join);
    }
  }

  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildWriter.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static StartRun startRun(UUID id) {
    return new StartRun(
        id,
        "churn",
        "sha256:1",
        "{}",
        "sha256:2",
        "{}",
        "{}",
        1,
        "local",
        "ana",
        "box",
        Instant.EPOCH,
        Map.of(),
        List.of());
  }

  private static NewVersion version() {
    String digest = "0".repeat(64);
    return new NewVersion(
        UUID.randomUUID(),
        "churn/step/result",
        "result",
        EdgeRole.OUTPUT,
        new VersionContent(
            digest, digest, "{}", new byte[100], 100, "Integer", "json", 1, "", null, null),
        List.of());
  }

  private static FinishStep step(UUID run, int index, NewVersion version) {
    return new FinishStep(
        UUID.randomUUID(),
        run,
        "step",
        index,
        StepStatus.COMPLETED,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        false,
        null,
        "",
        List.of(new AttemptRecord(
            1, AttemptStatus.COMPLETED, Instant.EPOCH, Instant.EPOCH, null, null, 0)),
        List.of(version),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }
}
