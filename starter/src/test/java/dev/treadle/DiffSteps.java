package dev.treadle;

import dev.treadle.api.MaterializeWith;
import dev.treadle.api.Step;
import dev.treadle.api.data.Html;
import dev.treadle.api.data.Markdown;
import dev.treadle.api.data.Table;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A step for each kind of value, which differs a little by its one parameter. */
public final class DiffSteps {
  private DiffSteps() {}

  public enum Kind {
    ADELIE,
    GENTOO
  }

  public record Reading(int id, Kind kind, double mass, Optional<String> note) {}

  public record Layer(String name, double[][] weights) {}

  public record Model(int depth, List<Layer> layers) {}

  public record Score(String name, double value) {}

  public record Nested(int id, List<Integer> parts) {}

  public record Opaque(int version) {}

  @Step
  public static Table table(int version) {
    return Table.fromCsv("id,kind\n"
        + IntStream.range(0, 20)
            .mapToObj(i -> i + "," + (i < version ? "new" : "old"))
            .reduce("", (all, row) -> all + row + "\n"));
  }

  @Step
  public static List<Reading> readings(int version) {
    return IntStream.range(0, 5_000 * version)
        .mapToObj(
            i -> new Reading(i, i % 2 == 0 ? Kind.ADELIE : Kind.GENTOO, i % 100, Optional.empty()))
        .toList();
  }

  @Step
  public static Model model(int version) {
    double[][] weights = new double[3][4];
    weights[1][2] = version;
    return new Model(2 + version, List.of(new Layer("in", weights)));
  }

  @Step
  public static Score score(int version) {
    return new Score("accuracy", 0.5 * version);
  }

  @Step
  public static List<Nested> nested(int version) {
    return List.of(new Nested(1, List.of(1, 2)), new Nested(2, List.of(3, version)));
  }

  @Step
  public static Markdown text(int version) {
    return new Markdown("# Report\n\nversion " + version + "\n");
  }

  @Step
  public static double[] array(int version) {
    double[] array = new double[100_000];
    array[77] = version;
    return array;
  }

  @Step
  public static BufferedImage image(int version) {
    BufferedImage image = new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 2, version * 0x10);
    return image;
  }

  @Step
  public static Path files(int version) {
    try {
      Path folder = Files.createTempDirectory("diff");
      Files.writeString(folder.resolve("same.txt"), "same");
      Files.writeString(folder.resolve("text.txt"), "x".repeat(version));
      Files.writeString(folder.resolve("only-" + version + ".txt"), "");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Step
  public static List<Html> pages(int version) {
    return List.of(new Html("<p>1"), new Html("<p>" + version));
  }

  @Step
  @MaterializeWith(OpaqueMaterializer.class)
  public static Opaque opaque(int version) {
    return new Opaque(version);
  }

  /** Writes a form that nobody else can read. */
  public static final class OpaqueMaterializer implements Materializer<Opaque> {
    @Override
    public String id() {
      return "opaque";
    }

    @Override
    public int formatVersion() {
      return 1;
    }

    @Override
    public boolean handles(Type type) {
      return type == Opaque.class;
    }

    @Override
    public String mediaType(Type type) {
      return "application/octet-stream";
    }

    @Override
    public void write(Opaque value, Type type, ArtifactOutput output) throws IOException {
      try (var out = output.create("value.opaque")) {
        out.write(new byte[value.version()]);
      }
    }

    @Override
    public Opaque read(Type type, ArtifactInput input) throws IOException {
      return new Opaque((int) input.size("value.opaque"));
    }
  }
}
