package dev.treadle.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** G8: processor time of all threads of the process, compiler and collector included, for the chain of G1. */
final class CpuTime implements Benchmark {
  private static final int STEPS = 5_000;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public List<Figure> measure() throws Exception {
    Rounds rounds = Rounds.of(5, 5, this::round);
    return List.of(new Figure(
        "G8",
        rounds.median(),
        "CPU ms/step",
        "chain of " + STEPS + ", " + rounds.spread()
            + "; whole process; H2 file, durable at COMPLETED; " + RawLoop.beside(STEPS)));
  }

  private double round() {
    try (Project project = Project.open()) {
      long before = process.getProcessCpuTime();
      project.run(new ChainPipeline(), new ChainPipeline.Params(STEPS));
      return (process.getProcessCpuTime() - before) / 1e6 / STEPS;
    }
  }
}
