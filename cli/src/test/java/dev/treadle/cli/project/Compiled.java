package dev.treadle.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes compiled while a test runs. */
final class Compiled {
  private final Path classes;
  private final List<JavaFileObject> sources = new ArrayList<>();

  Compiled(Path classes) {
    this.classes = classes;
  }

  Compiled add(String className, String source) {
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        });
    return this;
  }

  void compile() throws IOException {
    Files.createDirectories(classes);
    List<String> options = List.of(
        "-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
    assertThat(ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, options, null, sources)
            .call())
        .isTrue();
  }

  static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
    return jar;
  }
}
