package dev.treadle.launch;

import java.nio.file.Path;

/**
 * One step to try on what a run has stored.
 *
 * @param launch where from, with that run as the previous one
 * @param step the step's name
 * @param mapIndex the item in a map, -1 outside of maps
 */
public record SpinRequest(LaunchRequest launch, String step, int mapIndex) {

  /** Reads a request from its file, which is deleted: it holds a token and maybe private parameters. */
  public static SpinRequest take(Path file) {
    return RequestFile.take(file, SpinRequest.class);
  }

  /** Writes the request into a file that exists. */
  public void write(Path file) {
    RequestFile.write(file, this);
  }
}
