package dev.treadle.cli.launch;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * How the JVM of a pipeline is called: class path and request are handed over in files that only the user can read, so that
 * neither length nor secrets of a command line matter.
 */
final class PipelineJvm {
  /**
   * The second compiler begins ten times later than it would. Most pipelines start and end before what it makes of their start has
   * paid for itself; a step that computes gets there within milliseconds all the same.
   */
  private static final List<String> LATER = List.of(
      "-XX:Tier4InvocationThreshold=50000",
      "-XX:Tier4MinInvocationThreshold=6000",
      "-XX:Tier4CompileThreshold=150000",
      "-XX:Tier4BackEdgeThreshold=400000");

  private final PipelineArchive archive;
  private final Path directory;
  private final List<String> command;

  /**
   * @param main the class to start; it takes the request's file
   * @param archive of classes, with the class path in the order that it needs
   * @param request writes the request for the socket that events go to into a file
   */
  PipelineJvm(
      Class<?> main,
      PipelineArchive archive,
      List<String> jvmArguments,
      EventEndpoint endpoint,
      BiConsumer<EventEndpoint, Path> request)
      throws IOException {
    this.archive = archive;
    directory = Files.createTempDirectory("treadle-run");
    Path requestFile = Files.createFile(directory.resolve("request.json"));
    request.accept(endpoint, requestFile);
    Path arguments = directory.resolve("java.args");
    Files.writeString(arguments, arguments(jvmArguments), Charset.defaultCharset());
    command = List.of(java(), "@" + arguments, main.getName(), requestFile.toString());
  }

  List<String> command() {
    return command;
  }

  /** Deletes the files, when the JVM has read them. */
  void clean() {
    for (String file : List.of("request.json", "java.args", "classes.list", "")) {
      try {
        Files.deleteIfExists(directory.resolve(file));
      } catch (IOException e) {
        // A file in the temporary directory; the system clears it.
        return;
      }
    }
  }

  private String arguments(List<String> jvmArguments) {
    List<String> arguments = new ArrayList<>(LATER);
    if (Runtime.version().feature() >= 24) {
      arguments.add("--enable-native-access=ALL-UNNAMED");
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    arguments.addAll(archive.arguments(directory));
    arguments.addAll(jvmArguments);
    arguments.add("-cp");
    arguments.add(archive.classPath().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator)));
    return arguments.stream().map(PipelineJvm::quoted).collect(Collectors.joining());
  }

  /** An argument as a line of a file of arguments. */
  static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }

  static String java() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
  }
}
