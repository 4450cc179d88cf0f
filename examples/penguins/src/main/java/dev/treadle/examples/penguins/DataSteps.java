package dev.treadle.examples.penguins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** From the file to rows that a model can learn from. */
public final class DataSteps {
  private static final String FILE = "/data/penguins.json";

  private DataSteps() {}

  /** The version names the data: a resource is no code, so the cache cannot see that it changed. */
  @Step(version = "vega-datasets 3.2.1")
  public static List<RawPenguin> load(StepContext ctx)
      throws IOException, NoSuchAlgorithmException {
    byte[] json;
    try (InputStream in = DataSteps.class.getResourceAsStream(FILE)) {
      json = Objects.requireNonNull(in, FILE).readAllBytes();
    }

    List<RawPenguin> rows = parse(json);
    ctx.metadata("rows", rows.size());
    ctx.metadata(
        "sha256", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json)));
    return rows;
  }

  static List<RawPenguin> parse(byte[] json) throws IOException {
    List<RawPenguin> rows = new ArrayList<>();
    try (MappingIterator<RawPenguin> file =
        new JsonMapper().readerFor(RawPenguin.class).readValues(json)) {
      while (file.hasNextValue()) {
        rows.add(file.nextValue());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Row %d of %s cannot be read (line %d): %s"
              .formatted(
                  rows.size() + 1, FILE, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    return List.copyOf(rows);
  }

  @Step
  public static List<Penguin> clean(StepContext ctx, List<RawPenguin> raw) {
    List<Penguin> rows = new ArrayList<>();
    int unmeasured = 0;
    int unsexed = 0;
    for (RawPenguin r : raw) {
      if (r.beakLength() == null
          || r.beakDepth() == null
          || r.flipperLength() == null
          || r.bodyMass() == null) {
        unmeasured++;
      } else if (!"MALE".equals(r.sex()) && !"FEMALE".equals(r.sex())) {
        unsexed++;
      } else {
        rows.add(new Penguin(
            r.species(),
            r.island(),
            r.beakLength(),
            r.beakDepth(),
            r.flipperLength(),
            r.bodyMass()));
      }
    }

    ctx.metadata("rows", rows.size());
    ctx.metadata("dropped", unmeasured + unsexed);
    ctx.metadata("dropped.no-measurements", unmeasured);
    ctx.metadata("dropped.no-sex", unsexed);
    return List.copyOf(rows);
  }

  @Step
  public static Split split(List<Penguin> rows, double testFraction, long seed) {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new IllegalArgumentException(
          "testFraction must be between 0 and 1, but is " + testFraction);
    }
    List<Penguin> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = shuffled.size() - (int) Math.round(shuffled.size() * testFraction);
    return new Split(
        List.copyOf(shuffled.subList(0, cut)), List.copyOf(shuffled.subList(cut, shuffled.size())));
  }
}
