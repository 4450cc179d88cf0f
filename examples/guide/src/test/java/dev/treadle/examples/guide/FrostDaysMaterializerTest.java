package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.spi.Materializer;
import dev.treadle.testing.MaterializerContract;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;

class FrostDaysMaterializerTest extends MaterializerContract<FrostDays> {

  @Override
  protected Materializer<FrostDays> materializer() {
    return new FrostDaysMaterializer();
  }

  @Override
  protected Type type() {
    return FrostDays.class;
  }

  @Override
  protected List<FrostDays> samples() {
    return List.of(
        new FrostDays(List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6))),
        new FrostDays(List.of()));
  }

  @Override
  protected void assertSame(FrostDays expected, Object actual) {
    assertThat(((FrostDays) actual).days()).isEqualTo(expected.days());
  }
}
