package dev.treadle;

import java.nio.file.Path;

/** A process that drives a run whose step sleeps in a process of its own. */
final class ApartMain {
  private ApartMain() {}

  public static void main(String[] args) {
    try (TestProject project = TestProject.stored(Path.of(args[0]))) {
      project.run(p -> p.step(ApartSteps::misbehaves).with("sleep").with(args[0]));
    }
  }
}
