package dev.treadle.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.FingerprintScope;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources of package {@code p} by type name, which are compiled into folders or jars to be fingerprinted. */
final class Sources {
  private final Path root;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-g", "-proc:none"));

  Sources(Path root) {
    this.root = root;
  }

  Sources type(String name, String body) {
    sources.put(name, body);
    return this;
  }

  Sources option(String option) {
    options.add(option);
    return this;
  }

  Sources library(Path library) {
    libraries.add(library);
    return this;
  }

  Sources change(String type, String before, String after) {
    String source = sources.get(type);
    assertThat(source).contains(before);
    return type(type, source.replace(before, after));
  }

  Path compile() {
    try {
      Path from = Files.createTempDirectory(root, "sources");
      Path to = Files.createTempDirectory(root, "classes");
      List<Path> files = new ArrayList<>();
      for (var source : sources.entrySet()) {
        files.add(Files.writeString(
            from.resolve(source.getKey() + ".java"), "package p;\n" + source.getValue()));
      }
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      var output = new StringWriter();
      try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
        List<Path> classPath = new ArrayList<>(libraries);
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .forEach(classPath::add);
        manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(to));
        boolean done = compiler
            .getTask(
                output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
            .call();
        assertThat(done).as(output.toString()).isTrue();
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packs compiled classes under a name, which may replace an earlier jar. */
  Path jar(String name) {
    Path classes = compile();
    Path jar = root.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** The fingerprint of a method of class {@code Steps}. */
  String fingerprint(String method) {
    return known(method, FingerprintScope.REACHABLE).sha256();
  }

  Fingerprint.Known known(String method, FingerprintScope scope) {
    return known(method, scope, compile());
  }

  Fingerprint.Known known(String method, FingerprintScope scope, Path classes) {
    Fingerprint fingerprint = fingerprint(method, scope, classes);
    assertThat(fingerprint).isInstanceOf(Fingerprint.Known.class);
    return (Fingerprint.Known) fingerprint;
  }

  Fingerprint fingerprint(String method, FingerprintScope scope, Path classes) {
    List<URL> urls = new ArrayList<>();
    Stream.concat(Stream.of(classes), libraries.stream()).forEach(path -> urls.add(url(path)));
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader())) {
      Class<?> steps = Class.forName("p.Steps", false, loader);
      String descriptor = Arrays.stream(steps.getDeclaredMethods())
          .filter(candidate -> candidate.getName().equals(method))
          .map(found -> MethodType.methodType(found.getReturnType(), found.getParameterTypes())
              .toMethodDescriptorString())
          .findFirst()
          .orElseThrow();
      return CodeFingerprint.of(loader).fingerprint(steps, method, descriptor, scope);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
