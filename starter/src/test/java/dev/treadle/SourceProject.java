package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** A user's project: sources that a test compiles into a folder of their own and loads from there. */
final class SourceProject {
  private final Path root;
  private int builds;

  SourceProject(Path root) {
    this.root = root;
  }

  /** Compiles sources by class name and makes the pipeline. */
  @SuppressWarnings("unchecked")
  Pipeline<NoParams> compile(String pipeline, Map<String, String> sources) throws Exception {
    Path build = Files.createDirectories(root.resolve("build" + ++builds));
    List<Path> files = new ArrayList<>();
    for (var source : sources.entrySet()) {
      files.add(write(build.resolve("src").resolve(source.getKey() + ".java"), source.getValue()));
    }
    Path classes = Files.createDirectories(build.resolve("classes"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of(
          "-parameters",
          "-proc:none",
          "-d",
          classes.toString(),
          "-cp",
          System.getProperty("java.class.path"));
      boolean compiled = compiler
          .getTask(
              messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    var loader = new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, SourceProject.class.getClassLoader());
    return (Pipeline<NoParams>) loader.loadClass(pipeline).getConstructor().newInstance();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
