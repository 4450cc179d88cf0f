package dev.treadle;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A value that Kryo stores, as its class is no record. */
public final class VaultSteps {
  private VaultSteps() {}

  /** A declared part. */
  public static final class Gem {
    private final long weight;
    private final String name;

    Gem(long weight, String name) {
      this.weight = weight;
      this.name = name;
    }

    long weight() {
      return weight;
    }

    String name() {
      return name;
    }
  }

  /** What may be stored: one of the declared. */
  public abstract static sealed class Treasure permits Vault, Nothing {}

  /** No treasure. */
  public static final class Nothing extends Treasure {}

  /** A class with fields. */
  public static final class Vault extends Treasure {
    private final List<Gem> gems;

    Vault(List<Gem> gems) {
      this.gems = gems;
    }

    List<Gem> gems() {
      return gems;
    }
  }

  @Step
  public static Treasure vault() {
    Random random = new Random(3);
    List<Gem> gems = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      gems.add(new Gem(random.nextLong(), "gem " + random.nextInt()));
    }
    return new Vault(gems);
  }

  @Step
  public static int reads(StepContext context, String reference) {
    return context.artifacts().<Treasure>load(reference, Treasure.class) instanceof Vault vault
        ? vault.gems().size()
        : 0;
  }
}
