package dev.treadle.examples.penguins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** From the file to rows that a model can learn from. */
public final class DataSteps {
  private DataSteps() {}

  @Step
  public static List<RawPenguin> load(StepContext ctx, Path file) throws IOException {
    List<RawPenguin> rows = parse(Files.readAllBytes(file));
    ctx.metadata("rows", rows.size());
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
          "Row %d of the file cannot be read (line %d): %s"
              .formatted(rows.size() + 1, e.getLocation().getLineNr(), e.getOriginalMessage()),
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
