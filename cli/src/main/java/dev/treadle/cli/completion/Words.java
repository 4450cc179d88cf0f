package dev.treadle.cli.completion;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The runs, pipelines and artifacts of a project in a file that shells read without a JVM: a line for each, its kind, a tab and
 * the word. The first line says after which run it was written. A file that cannot be written is no reason for a command to fail.
 */
public final class Words {
  private static final int RUNS = 50;
  private static final int ARTIFACTS = 200;
  private static final String RUN = "runs\t";
  private static final String PIPELINE = "pipelines\t";
  private static final String ARTIFACT = "artifacts\t";

  /** What needs no quotes in any shell. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./+-]+");

  private final Path file;

  /**
   * @param cache the user's directory for what can be made again
   * @param project the folder that a store belongs to, which the shell is in or below
   */
  public Words(Path cache, Path project) {
    this.file = cache.resolve("words").resolve(project.toString().replaceAll("[/\\\\:]", "%"));
  }

  /** Writes what a store has, unless nothing has run since the last time. */
  public void refresh(MetadataQueries queries) {
    List<String> old = lines();
    String stamp = "# "
        + queries.runs(RunFilter.newest(1)).stream()
            .findFirst()
            .map(run -> run.id() + " " + run.status())
            .orElse("no run");
    if (!old.isEmpty() && old.get(0).equals(stamp)) {
      return;
    }
    List<PipelineRun> runs = queries.runs(RunFilter.newest(RUNS));
    Set<String> words = new LinkedHashSet<>();
    words.add(stamp);
    runs.forEach(run -> words.add(RUN + run.number()));
    runs.forEach(run -> words.add(PIPELINE + run.pipeline()));
    old.stream().filter(line -> line.startsWith(PIPELINE)).forEach(words::add);
    queries.artifacts("", "", ARTIFACTS).stream()
        .map(ArtifactSummary::name)
        .filter(name -> PLAIN.matcher(name).matches())
        .forEach(name -> words.add(ARTIFACT + name));
    write(words);
  }

  /** Writes which pipelines there are. */
  public void pipelines(Collection<String> names) {
    List<String> words = new ArrayList<>(lines());
    words.removeIf(line -> line.startsWith(PIPELINE));
    if (words.isEmpty()) {
      words.add("# no run");
    }
    names.forEach(name -> words.add(PIPELINE + name));
    write(words);
  }

  private List<String> lines() {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void write(Collection<String> lines) {
    try {
      Path directory = Files.createDirectories(file.resolveSibling(""));
      Path temporary = Files.createTempFile(directory, ".new", "");
      try {
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // Then Tab offers what it did before.
      return;
    }
  }
}
