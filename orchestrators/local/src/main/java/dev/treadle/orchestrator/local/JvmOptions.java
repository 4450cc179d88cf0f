package dev.treadle.orchestrator.local;

import dev.treadle.api.Resources;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of a JVM that executes one attempt: those of this one, but for what only one JVM can have. */
final class JvmOptions {
  private static final List<String> OF_ONE_JVM = List.of(
      "-agentlib:jdwp",
      "-Xrunjdwp",
      "-XX:StartFlightRecording",
      "-XX:ArchiveClassesAtExit",
      "-XX:AOTCacheOutput",
      "-Xlog",
      "-Djava.class.path");

  private JvmOptions() {}

  /** The program of this JVM. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Lines of an argument file. */
  static List<String> forStep(Resources resources) {
    boolean heap = resources.memoryBytes() > 0;
    List<String> options = new ArrayList<>();
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OF_ONE_JVM.stream().noneMatch(option::startsWith))
        .filter(option -> !heap || !option.startsWith("-Xmx"))
        .forEach(options::add);
    if (heap) {
      options.add("-Xmx" + Math.max(1, resources.memoryBytes() / (1024 * 1024)) + "m");
    }
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-cp");
    options.add(System.getProperty("java.class.path"));
    return options.stream().map(JvmOptions::quoted).toList();
  }

  private static String quoted(String option) {
    return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
