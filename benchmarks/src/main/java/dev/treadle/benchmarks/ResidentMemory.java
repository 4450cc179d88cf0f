package dev.treadle.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** G20: the most memory that a process holds which runs ten steps; read from the kernel, so only on Linux. */
final class ResidentMemory implements Benchmark {
  private static final int STEPS = 10;

  @Override
  public List<Figure> measure() throws IOException {
    long before = kilobytes("VmRSS:");
    try (Project project = Project.open()) {
      project.run(new ChainPipeline(), new ChainPipeline.Params(STEPS));
      return List.of(new Figure(
          "G20",
          kilobytes("VmHWM:") / 1024.0,
          "MiB",
          "most resident in a process that runs a chain of " + STEPS + ", now "
              + kilobytes("VmRSS:") / 1024 + "; bare JVM " + before / 1024));
    }
  }

  private static long kilobytes(String key) throws IOException {
    String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(each -> each.startsWith(key))
        .findFirst()
        .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
