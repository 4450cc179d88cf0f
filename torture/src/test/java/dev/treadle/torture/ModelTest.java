package dev.treadle.torture;

import dev.treadle.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever is done to a store, in whatever order: it says of its runs what a map says that is no store. */
@Tag("torture")
final class ModelTest {

  @Property(shrinking = ShrinkingMode.BOUNDED)
  @AddLifecycleHook(DrawnBySeed.class)
  void aStoreIsWhatWasDoneToIt(@ForAll("deeds") List<Deed> deeds) throws IOException {
    Path store = Files.createTempDirectory("torture-model");
    Model model = new Model();
    for (Deed deed : deeds) {
      deed.apply(store, model);
      try (Workspace workspace = Workspace.open(store, store)) {
        model.assertIs(workspace);
      }
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<Integer> work = Arbitraries.integers().between(0, 2);
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 9);
    return Arbitraries.<Deed>oneOf(
            work.map(Deed.Run::new),
            work.map(Deed.Cancelled::new),
            work.map(Deed.Lost::new),
            work.map(Deed.AtOnce::new),
            index.map(Deed.Resumed::new),
            index.map(Deed.Deleted::new))
        .list()
        .ofMinSize(3)
        .ofMaxSize(10);
  }
}
