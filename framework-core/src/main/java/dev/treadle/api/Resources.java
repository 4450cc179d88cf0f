package dev.treadle.api;

/**
 * What one attempt of a step needs. Zero means: not said.
 *
 * @param cpus processors; fractions allowed
 * @param memoryBytes memory in bytes
 * @param gpus whole graphics processors
 * @since 0.1
 */
public record Resources(double cpus, long memoryBytes, int gpus) {
  /** Nothing is asked for. */
  public static final Resources NONE = new Resources(0, 0, 0);

  /** So many processors, nothing else said. */
  public static Resources cpus(double cpus) {
    return new Resources(cpus, 0, 0);
  }

  /** So many mebibytes of memory, nothing else said. */
  public static Resources memoryMiB(long mebibytes) {
    return new Resources(0, mebibytes * 1024 * 1024, 0);
  }

  /** The same with other processors. */
  public Resources withCpus(double value) {
    return new Resources(value, memoryBytes, gpus);
  }

  /** The same with other memory, in mebibytes. */
  public Resources withMemoryMiB(long mebibytes) {
    return new Resources(cpus, mebibytes * 1024 * 1024, gpus);
  }

  /** The same with other graphics processors. */
  public Resources withGpus(int value) {
    return new Resources(cpus, memoryBytes, value);
  }
}
