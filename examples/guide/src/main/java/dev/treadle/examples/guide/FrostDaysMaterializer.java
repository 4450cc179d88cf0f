package dev.treadle.examples.guide;

import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A line of text for each day, and a last line with their number, by which a cut file is noticed. */
public final class FrostDaysMaterializer implements Materializer<FrostDays> {
  private static final String FILE = "days.txt";

  @Override
  public String id() {
    return "frost-days";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == FrostDays.class;
  }

  @Override
  public String mediaType(Type type) {
    return "text/plain";
  }

  @Override
  public void write(FrostDays value, Type type, ArtifactOutput output) throws IOException {
    var text = new StringBuilder();
    value.days().forEach(day -> text.append(day).append('\n'));
    text.append(value.days().size()).append(" days\n");
    try (var out = output.create(FILE)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public FrostDays read(Type type, ArtifactInput input) throws IOException {
    List<String> lines;
    try (var in = input.open(FILE)) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    int last = lines.size() - 1;
    if (last < 0 || !lines.get(last).equals(last + " days")) {
      throw new IOException(FILE + " does not end with the number of its days");
    }
    try {
      List<LocalDate> days = new ArrayList<>();
      lines.subList(0, last).forEach(line -> days.add(LocalDate.parse(line)));
      return new FrostDays(days);
    } catch (DateTimeException e) {
      throw new IOException(FILE + " holds a line that is no day: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean immutable(Type type) {
    return true;
  }

  @Override
  public void describe(FrostDays value, Type type, ValueDescription description) {
    description.fact("days", value.days().size());
    description.summary(value.days().size() + " days, " + value.longest() + " in a row");
  }
}
