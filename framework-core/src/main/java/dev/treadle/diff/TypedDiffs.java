package dev.treadle.diff;

import dev.treadle.api.diff.Difference;
import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.TreadleException;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.spi.ArtifactDiffer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Asks the differs that know a type, where its classes are on the class path. */
final class TypedDiffs {
  private final ArtifactService artifacts;
  private final MaterializerSelection materializers;
  private final List<ArtifactDiffer<?>> differs;
  private final ClassLoader loader;

  private TypedDiffs(
      ArtifactService artifacts, List<ArtifactDiffer<?>> differs, ClassLoader loader) {
    this.artifacts = artifacts;
    this.materializers = new MaterializerSelection(Materializers.load(loader));
    this.differs = differs;
    this.loader = loader;
  }

  /** Those that the loader provides as services, then the built-in ones. */
  static TypedDiffs load(ArtifactService artifacts, ClassLoader loader) {
    var differs = new ArrayList<ArtifactDiffer<?>>();
    for (ArtifactDiffer<?> differ : ServiceLoader.load(ArtifactDiffer.class, loader)) {
      differs.add(differ);
    }
    differs.add(new ImageDiffer());
    return new TypedDiffs(artifacts, differs, loader);
  }

  /** Empty when none knows the type; one that fails is noted and leaves it to the bytes. */
  Optional<Difference> between(
      String typeText, StoredArtifactRef base, StoredArtifactRef other, List<String> notes) {
    var type = TypeText.resolve(typeText, loader);
    return type.flatMap(
            known -> differs.stream().filter(differ -> differ.handles(known)).findFirst())
        .flatMap(differ -> ask(differ, type.orElseThrow(), base, other, notes));
  }

  /** The differ said that it handles the declared type. */
  @SuppressWarnings("unchecked")
  private Optional<Difference> ask(
      ArtifactDiffer<?> differ,
      Type type,
      StoredArtifactRef base,
      StoredArtifactRef other,
      List<String> notes) {
    try {
      return Optional.of(
          ((ArtifactDiffer<Object>) differ).diff(load(base, type), load(other, type)));
    } catch (ArtifactCorruptedException e) {
      throw e;
    } catch (IOException | TreadleException e) {
      notes.add(failed(differ, e));
    } catch (RuntimeException e) {
      // A plugin's own mistake; the bytes can be compared all the same.
      notes.add(failed(differ, e));
    }
    return Optional.empty();
  }

  private Object load(StoredArtifactRef ref, Type type) {
    return artifacts.load(ref, type, materializers.require(type));
  }

  private static String failed(ArtifactDiffer<?> differ, Exception e) {
    return differ.getClass().getName() + " failed, so bytes were compared: " + e;
  }
}
