package dev.treadle.compile;

import java.io.IOException;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that users have. */
enum UserCompiler {
  JAVAC {
    @Override
    JavaCompiler tool() {
      return ToolProvider.getSystemJavaCompiler();
    }
  },
  ECJ {
    @Override
    JavaCompiler tool() {
      return new EclipseCompiler();
    }
  };

  abstract JavaCompiler tool();

  /** Compiles sources and gives the errors. */
  List<Diagnostic<? extends JavaFileObject>> compile(
      Path classes, List<String> options, List<Source> sources) throws IOException {
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var arguments = new ArrayList<>(List.of(
        "-proc:none",
        "-classpath",
        System.getProperty("java.class.path"),
        "-d",
        classes.toString()));
    arguments.addAll(options);
    var paths = new ArrayList<Path>();
    for (var source : sources) {
      paths.add(source.writtenTo(classes.resolveSibling("sources")));
    }
    try (var files = tool().getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      var compiled = tool()
          .getTask(
              Writer.nullWriter(),
              files,
              diagnostics,
              arguments,
              null,
              files.getJavaFileObjectsFromPaths(paths))
          .call();
      var errors = diagnostics.getDiagnostics().stream()
          .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
          .toList();
      if (!compiled && errors.isEmpty()) {
        throw new AssertionError(name() + " failed without a message");
      }
      return List.copyOf(errors);
    }
  }

  static URLClassLoader loader(Path classes) throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, UserCompiler.class.getClassLoader());
  }

  /** A source file by the name of its class. */
  record Source(String className, String text) {

    // ecj reads files only, whatever the file object says.
    private Path writtenTo(Path folder) throws IOException {
      var file = folder.resolve(className.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    }
  }
}
