package dev.treadle.cli.doctor;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.TakeOver;
import dev.treadle.metadata.VersionRef;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The store of metadata, the room for artifacts, and runs that nobody works on. */
final class StoreChecks {
  private static final int SHOWN = 5;
  private static final int FULL_PERCENT = 90;
  private static final long NEEDED_BYTES = 100_000_000;

  private final Session session;
  private final boolean fix;
  private final Path directory;

  /** @param fix whether to mend what can be mended */
  StoreChecks(Session session, boolean fix) {
    this.session = session;
    this.fix = fix;
    this.directory = session.storeDirectory();
  }

  List<Check> all() {
    if (!Files.exists(directory.resolve("metadata.mv.db"))) {
      return List.of(Check.ok("Store", "none yet in " + directory + ": the first run makes it"));
    }
    List<Check> checks = new ArrayList<>();
    try (ProjectStore store = session.store()) {
      checks.add(metadata(store.queries()));
      store.queries().openRuns().stream()
          .filter(run -> run.status() == RunStatus.INTERRUPTED)
          .forEach(run -> checks.add(lost(store, run)));
      checks.addAll(leftovers(store));
      checks.addAll(condemned(store.queries()));
      checks.addAll(missing(store));
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

  /** Nobody leads the run. To end it takes it from the process that did, should that come back. */
  private Check lost(ProjectStore store, PipelineRun run) {
    String goOn = "treadle run resume " + run.number();
    if (!fix) {
      return Check.wrong(
          "Lost run",
          "run #" + run.number() + " did not end: its process is gone",
          goOn + ", or end it: treadle doctor --fix");
    }
    try {
      store.write(new TakeOver(run.id()));
      store.write(new FinishRun(
          run.id(),
          RunStatus.INTERRUPTED,
          session.clock().instant(),
          "its process is gone; ended by " + session.act().by()));
      return Check.ok("Lost run", "run #" + run.number() + " is ended as interrupted; " + goOn);
    } catch (TreadleException e) {
      return Check.wrong("Lost run", "run #" + run.number() + ": " + e.getMessage(), goOn);
    }
  }

  private List<Check> leftovers(ProjectStore store) {
    int left = fix ? store.deleteLeftovers() : store.leftovers();
    if (left == 0) {
      return List.of();
    }
    String what = left + (left == 1 ? " thing" : " things") + " that killed processes had left";
    return List.of(
        fix
            ? Check.ok("Leftovers", "deleted " + what)
            : Check.warning("Leftovers", what, "treadle doctor --fix"));
  }

  private static List<Check> condemned(MetadataQueries queries) {
    List<CondemnedObject> condemned = queries.condemned();
    return condemned.isEmpty()
        ? List.of()
        : List.of(Check.warning(
            "Unused",
            Quantity.size(
                    condemned.stream().mapToLong(CondemnedObject::sizeBytes).sum())
                + " wait for their deletion",
            "treadle artifact prune"));
  }

  private static List<Check> missing(ProjectStore store) {
    List<VersionRef> missing = store.missing();
    return missing.isEmpty()
        ? List.of()
        : List.of(Check.wrong(
            "Bytes",
            "missing of " + missing.size() + (missing.size() == 1 ? " version: " : " versions: ")
                + missing.stream()
                    .limit(SHOWN)
                    .map(VersionRef::label)
                    .collect(Collectors.joining(", "))
                + (missing.size() > SHOWN ? ", …" : ""),
            "treadle artifact verify --all, then run again what made them"));
  }

  private Check room() {
    try {
      FileStore disk = Files.getFileStore(directory);
      long total = Math.max(1, disk.getTotalSpace());
      long free = disk.getUsableSpace();
      long percent = 100 - 100 * free / total;
      String finding = Quantity.size(size()) + " in " + directory + ", disk " + percent + " % full";
      String more = "treadle artifact prune --dry-run, or move the store with --store";
      if (!Files.isWritable(directory)) {
        return Check.wrong("Artifacts", directory + " is read-only", "chmod u+w " + directory);
      } else if (free < NEEDED_BYTES) {
        return Check.wrong("Artifacts", finding, more);
      }
      return percent >= FULL_PERCENT
          ? Check.warning("Artifacts", finding, more)
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
