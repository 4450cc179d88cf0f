package dev.treadle.cli.doctor;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The store of metadata, the room for artifacts, and runs that nobody works on. */
final class StoreChecks {
  private static final int SHOWN = 20;
  private static final int FULL_PERCENT = 90;
  private static final long NEEDED_BYTES = 100_000_000;

  private final Session session;
  private final Path directory;

  StoreChecks(Session session) {
    this.session = session;
    this.directory = session.storeDirectory();
  }

  List<Check> all() {
    if (!Files.exists(directory.resolve("metadata.mv.db"))) {
      return List.of(Check.ok("Store", "none yet in " + directory + ": the first run makes it"));
    }
    List<Check> checks = new ArrayList<>();
    try (ProjectStore store = session.store()) {
      checks.add(metadata(store.queries()));
      checks.addAll(orphans(store.queries()));
    } catch (TreadleException e) {
      checks.add(closed(e));
    }
    checks.add(room());
    return checks;
  }

  private Check metadata(MetadataQueries queries) {
    return Check.ok(
        "Store",
        "H2 in " + directory + ", "
            + queries.runs(RunFilter.newest(1)).stream()
                .findFirst()
                .map(run -> "last run #" + run.number())
                .orElse("no runs"));
  }

  private static Check closed(TreadleException e) {
    List<String> lines =
        String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    String finding = "[" + e.code().code() + "] " + lines.get(0);
    String fix = lines.size() > 1
        ? String.join(", ", lines.subList(1, lines.size()))
        : e.code().explanation();
    return e.code() == CoreProblem.STORE_LOCKED
        ? Check.warning("Store", finding, "wait for the end of the run that goes on")
        : Check.wrong("Store", finding, fix);
  }

  private static List<Check> orphans(MetadataQueries queries) {
    List<Check> orphans = new ArrayList<>();
    for (PipelineRun run :
        queries.runs(RunFilter.newest(SHOWN).withStatus(RunStatus.INTERRUPTED))) {
      orphans.add(Check.wrong(
          "Lost run",
          "run #" + run.number() + " did not end: its process is gone",
          "treadle run resume " + run.number()));
    }
    return orphans;
  }

  private Check room() {
    try {
      FileStore disk = Files.getFileStore(directory);
      long total = Math.max(1, disk.getTotalSpace());
      long free = disk.getUsableSpace();
      long percent = 100 - 100 * free / total;
      String finding = Quantity.size(size()) + " in " + directory + ", disk " + percent + " % full";
      String fix = "make room on that disk, or move the store with --store or TREADLE_STORE";
      if (!Files.isWritable(directory)) {
        return Check.wrong("Artifacts", directory + " is read-only", "chmod u+w " + directory);
      } else if (free < NEEDED_BYTES) {
        return Check.wrong("Artifacts", finding, fix);
      }
      return percent >= FULL_PERCENT
          ? Check.warning("Artifacts", finding, fix)
          : Check.ok("Artifacts", finding);
    } catch (IOException e) {
      return Check.wrong(
          "Artifacts", "cannot be read: " + e.getMessage(), "permission to read " + directory);
    }
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(Path::toFile)
          .filter(File::isFile)
          .mapToLong(File::length)
          .sum();
    }
  }
}
