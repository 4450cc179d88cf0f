package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pipelines in directories of classes and in jars: public concrete classes that are a Pipeline, also by inheritance. */
public final class PipelineIndex {
  private static final String PIPELINE = "dev/treadle/api/Pipeline";

  private static final int SHOWN = 5;

  private final List<Path> roots;
  private final List<PipelineClass> pipelines;

  private PipelineIndex(List<Path> roots, List<PipelineClass> pipelines) {
    this.roots = roots;
    this.pipelines = pipelines;
  }

  /** Reads all class files below the roots; one that does not exist holds none. */
  public static PipelineIndex of(List<Path> roots) {
    List<PipelineClass> pipelines = new ArrayList<>();
    for (Path root : roots) {
      Map<String, ClassHeader> classes = new HashMap<>();
      try {
        if (Files.isDirectory(root)) {
          readDirectory(root, classes);
        } else if (Files.exists(root)) {
          readJar(root, classes);
        }
      } catch (IOException e) {
        throw new TreadleException(
            CliProblem.UNREADABLE_CLASSES,
            "Cannot read the classes in " + root + ": " + e.getMessage(),
            e);
      }
      classes.values().stream()
          .filter(header -> header.isPublicAndConcrete() && isPipeline(header, classes))
          .map(header -> new PipelineClass(header.name().replace('/', '.'), root))
          .sorted(Comparator.comparing(PipelineClass::className))
          .forEach(pipelines::add);
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

  private static boolean isPipeline(ClassHeader header, Map<String, ClassHeader> classes) {
    for (ClassHeader each = header; each != null; ) {
      if (each.interfaces().contains(PIPELINE)
          || each.interfaces().stream()
              .map(classes::get)
              .anyMatch(type -> type != null && isPipeline(type, classes))) {
        return true;
      }
      String parent = each.superName();
      each = parent == null ? null : classes.get(parent);
    }
    return false;
  }

  private static void readDirectory(Path root, Map<String, ClassHeader> classes)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (isClass(file.getFileName().toString())) {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            add(in, classes);
          }
        }
      }
    }
  }

  private static void readJar(Path jar, Map<String, ClassHeader> classes) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (isClass(entry.getName()) && !entry.getName().startsWith("META-INF/")) {
          try (InputStream in = new BufferedInputStream(file.getInputStream(entry))) {
            add(in, classes);
          }
        }
      }
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("-info.class");
  }

  private static void add(InputStream in, Map<String, ClassHeader> classes) throws IOException {
    ClassHeader header = ClassHeader.read(in);
    classes.put(header.name(), header);
  }
}
