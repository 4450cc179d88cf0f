package dev.treadle.cli.doctor;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a developer of Treadle needs to know of a machine on which it failed. Nothing of it comes from runs, artifacts or
 * settings, and of the environment only the names that Treadle, Java and Maven look at, never values.
 */
record Bundle(String version, String doctor) {
  private static final List<String> PROPERTIES = List.of(
      "java.version",
      "java.vendor",
      "java.vm.name",
      "java.vm.version",
      "os.name",
      "os.version",
      "os.arch",
      "file.encoding",
      "native.encoding",
      "user.language",
      "user.country",
      "treadle.launcher.archive",
      "treadle.terminal.charset",
      "treadle.terminal.width");

  void write(Path file) {
    try (ZipOutputStream zip = new ZipOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      add(zip, "doctor.json", doctor + "\n");
      add(zip, "process.txt", "treadle=" + version + "\n" + properties());
      add(zip, "environment.txt", environment());
      add(zip, "library.txt", library());
    } catch (FileAlreadyExistsException e) {
      throw new TreadleException(
          CliProblem.EXISTS,
          "There is a file " + file + " already\nfix: give another name, or move it away",
          e);
    } catch (IOException e) {
      throw new TreadleException(
          CliProblem.OUTPUT_FAILED, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String properties() {
    Runtime runtime = Runtime.getRuntime();
    return PROPERTIES.stream()
            .map(name -> name + "=" + System.getProperty(name, "") + "\n")
            .collect(Collectors.joining())
        + "processors=" + runtime.availableProcessors() + "\nheap=" + runtime.maxMemory() + "\n";
  }

  private static String environment() {
    return System.getenv().keySet().stream()
        .filter(
            name -> name.matches("(TREADLE|JAVA|JDK|MAVEN|MVN|LC|XDG)_.*|LANG|TERM|CI|NO_COLOR"))
        .sorted()
        .map(name -> name + " is set\n")
        .collect(Collectors.joining());
  }

  private static String library() {
    return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(File::new)
        .map(file -> file.getName() + "\t" + file.length() + "\n")
        .collect(Collectors.joining());
  }
}
