package dev.treadle.cli.artifact;

import dev.treadle.api.diff.ArrayDifference;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.FileChange;
import dev.treadle.api.diff.FilesDifference;
import dev.treadle.api.diff.ImageDifference;
import dev.treadle.api.diff.SameContent;
import dev.treadle.api.diff.TextDifference;
import dev.treadle.api.diff.TextHunk;
import dev.treadle.api.diff.TypeDifference;
import dev.treadle.api.diff.ValueChange;
import dev.treadle.api.diff.ValueDifference;
import dev.treadle.cli.Golden;
import dev.treadle.cli.store.SampleDiffs;
import dev.treadle.cli.terminal.Look;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiffPageTest {
  private static final ArrayDifference WEIGHTS =
      new ArrayDifference("double", List.of(3, 4), List.of(3, 4), 12, 9, 0.25, 0.5);

  @Test
  void showsEachKindOfDifference() {
    String pages = Stream.<Difference>of(
            new SameContent(),
            new TypeDifference("Table", "List<Penguin>"),
            new ValueDifference(
                1_205,
                List.of(
                    new ValueChange("depth", ChangeKind.CHANGED, "4", "5", 0.25, null),
                    new ValueChange("layers[0]", ChangeKind.ADDED, null, "{…2}", null, null),
                    new ValueChange("w", ChangeKind.CHANGED, null, null, null, WEIGHTS))),
            new TextDifference(
                9, 9, 1, 1, List.of(new TextHunk(3, 3, List.of(" a", "-b", "+\u001b[1mc"))), false),
            WEIGHTS,
            new ArrayDifference("int", List.of(3), List.of(4), 0, 0, null, null),
            new ImageDifference(4, 4, 8, 4, 0, 0),
            new FilesDifference(
                7,
                2,
                List.of(
                    new FileChange("a/b.txt", ChangeKind.REMOVED, 1_200L, null),
                    new FileChange("c.bin", ChangeKind.CHANGED, 5L, 7L))))
        .map(difference -> String.join(
            "\n", new DiffPage(SampleDiffs.of(difference), Look.plain(Instant.EPOCH)).lines()))
        .collect(Collectors.joining("\n\n", "", "\n"));

    Golden.assertEquals("diff-pages.txt", pages);
  }
}
