package dev.treadle.examples.penguins;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A row as it stands in the file: lengths in millimetres, mass in grams, and gaps. */
public record RawPenguin(
    @JsonProperty("Species") String species,
    @JsonProperty("Island") String island,
    @JsonProperty("Beak Length (mm)") @Nullable Double beakLength,
    @JsonProperty("Beak Depth (mm)") @Nullable Double beakDepth,
    @JsonProperty("Flipper Length (mm)") @Nullable Double flipperLength,
    @JsonProperty("Body Mass (g)") @Nullable Double bodyMass,
    @JsonProperty("Sex") @Nullable String sex) {

  public RawPenguin {
    requireNonNull(species, "Species is missing");
    requireNonNull(island, "Island is missing");
  }
}
