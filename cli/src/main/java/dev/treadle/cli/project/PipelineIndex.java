package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The pipelines in directories of classes and in jars: public concrete classes that are a Pipeline, also by inheritance. */
public final class PipelineIndex {
  /** What this program is trained with is nobody's pipeline. */
  private static final String OURS = "dev.treadle.cli.";

  private static final int SHOWN = 5;

  private final List<Path> roots;
  private final List<PipelineClass> pipelines;

  private PipelineIndex(List<Path> roots, List<PipelineClass> pipelines) {
    this.roots = roots;
    this.pipelines = pipelines;
  }

  /** Reads all class files below the roots; one that does not exist holds none. */
  public static PipelineIndex of(List<Path> roots) {
    return of(roots, className -> !className.startsWith(OURS));
  }

  /**
   * The pipeline of that name or class. Reads only classes that are called so: a class path has tens of thousands.
   *
   * @param base what paths in messages are relative to
   * @throws TreadleException when there is none, or more than one
   */
  static PipelineClass find(List<Path> roots, String name, Path base) {
    PipelineIndex called = of(roots, className -> fits(new PipelineClass(className, base), name));
    return (called.pipelines.isEmpty() ? of(roots) : called).select(name, base);
  }

  private static PipelineIndex of(List<Path> roots, Predicate<String> wanted) {
    List<PipelineClass> pipelines = new ArrayList<>();
    for (Path root : roots) {
      try (ClassRoot classes = ClassRoot.open(root)) {
        classes.names().stream()
            .filter(name -> wanted.test(name.replace('/', '.')) && classes.isPipeline(name))
            .map(name -> new PipelineClass(name.replace('/', '.'), root))
            .sorted(Comparator.comparing(PipelineClass::className))
            .forEach(pipelines::add);
      } catch (IOException | UncheckedIOException e) {
        throw new TreadleException(
            CliProblem.UNREADABLE_CLASSES,
            "Cannot read the classes in " + root + ": " + e.getMessage(),
            e);
      }
    }
    return new PipelineIndex(roots, pipelines);
  }

  public List<PipelineClass> pipelines() {
    return List.copyOf(pipelines);
  }

  boolean holds(String name) {
    return pipelines.stream().anyMatch(pipeline -> fits(pipeline, name));
  }

  /**
   * The pipeline of that name or class.
   *
   * @param base what paths in messages are relative to
   * @throws TreadleException when there is none, or more than one
   */
  public PipelineClass select(String name, Path base) {
    List<PipelineClass> found =
        pipelines.stream().filter(pipeline -> fits(pipeline, name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new TreadleException(
          CoreProblem.RUN_NO_PIPELINE,
          "No pipeline named '" + name + "' in this project\nlooked in " + places(base)
              + DidYouMean.line(name, names()));
    }
    throw new TreadleException(
        CoreProblem.RUN_AMBIGUOUS,
        "'" + name + "' is the name of " + found.size() + " pipelines\n"
            + found.stream()
                .map(each -> each.className() + "   in " + relative(each.root(), base))
                .collect(Collectors.joining("\n"))
            + "\nfix: give the class, as in treadle run " + found.get(0).className());
  }

  private static boolean fits(PipelineClass pipeline, String name) {
    return pipeline.name().equals(name)
        || pipeline.className().equals(name)
        || pipeline.className().replace('$', '.').equals(name);
  }

  private List<String> names() {
    return pipelines.stream().map(PipelineClass::name).toList();
  }

  /** Where pipelines were found, and what is not there; of a long class path most jars hold none. */
  private String places(Path base) {
    List<String> places = new ArrayList<>();
    int without = 0;
    for (Path root : roots) {
      long count = pipelines.stream().filter(each -> each.root().equals(root)).count();
      boolean exists = Files.exists(root);
      if (exists && count == 0 && roots.size() > SHOWN) {
        without++;
      } else {
        places.add(relative(root, base) + " ("
            + (exists ? count + (count == 1 ? " pipeline" : " pipelines") : "not there") + ")");
      }
    }
    if (without > 0) {
      places.add(without + " places without pipelines");
    }
    return String.join(", ", places);
  }

  private static Path relative(Path path, Path base) {
    return path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path;
  }
}
