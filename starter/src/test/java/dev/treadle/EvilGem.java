package dev.treadle;

/** Leaves a mark when any of its code runs. */
public final class EvilGem {

  static {
    System.setProperty("evil", "initializer");
  }

  /** What a deserializer would call. */
  public EvilGem() {
    System.setProperty("evil", "constructor");
  }
}
