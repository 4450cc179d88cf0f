package dev.treadle.run.task;

import dev.treadle.json.CanonicalJson;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Random numbers that are the same whenever run seed, step and item are. */
public final class Seeds {
  private Seeds() {}

  /** What decides the random numbers of a task, for people and keys. */
  public static String of(Task task, long runSeed) {
    return runSeed + " at " + task.label();
  }

  public static RandomGenerator generator(String step, int mapIndex, long runSeed) {
    String digest = CanonicalJson.sha256(step + "\n" + mapIndex + "\n" + runSeed);
    return new Random(Long.parseUnsignedLong(digest.substring(0, 16), 16));
  }
}
