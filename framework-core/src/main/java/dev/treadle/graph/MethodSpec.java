package dev.treadle.graph;

/**
 * A step method, resolved by descriptor in any process.
 *
 * @param owner the class's binary name
 * @param name the method's name
 * @param descriptor the JVM descriptor
 * @param onReceiver whether it is an instance method whose receiver is the first input
 */
public record MethodSpec(String owner, String name, String descriptor, boolean onReceiver) {

  /** {@code ChurnSteps.train}. */
  public String shortText() {
    return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1) + "."
        + name;
  }

  /** {@code pkg.ChurnSteps#train(Lpkg/Dataset;)Lpkg/Model;}, the method's part of a cache key. */
  public String keyText() {
    return owner + "#" + name + descriptor;
  }
}
