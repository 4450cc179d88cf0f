package dev.treadle.artifact;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ListMaterializer;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores values as artifacts and loads them, verified. What is stored is durable when the call returns, and means nothing
 * before it is recorded. Thread-safe.
 */
public final class ArtifactService {
  private final BlobStore blobs;
  private final MaterializerLookup materializers;
  private final ArtifactLists lists;
  private final ArtifactAccess access;

  /**
   * A service on a store.
   *
   * @param scratch a folder for local copies and temporary files, made when it is needed. With a store on the local disk
   *     that is seldom
   * @param guard keeps what is stored until it is recorded
   */
  public ArtifactService(
      ArtifactStore store,
      Path scratch,
      Compression compression,
      MaterializerLookup materializers,
      ObjectGuard guard) {
    var folder = new ScratchFolder(scratch);
    this.blobs = new BlobStore(store, compression, folder, guard);
    this.materializers = materializers;
    this.lists = new ArtifactLists(blobs);
    this.access = new ArtifactAccess(blobs, new VerifiedBlobs(blobs), lists, materializers);
  }

  /**
   * Stores a value. Up to 4 KB of it stay in the result and touch no disk.
   *
   * @param name what messages call it
   * @throws TreadleException MAT_WRITE when the materializer fails or breaks its contract; nothing is left behind then
   */
  public StoredArtifact store(String name, Object value, Type type, Materializer<?> materializer) {
    return store(name, value, type, materializer, null);
  }

  /** The same; files that the materializer adds from below {@code movable} are moved instead of copied. */
  public StoredArtifact store(
      String name, Object value, Type type, Materializer<?> materializer, @Nullable Path movable) {
    try (var files = new PendingFiles(blobs, movable)) {
      ArtifactWriter.write(materializer, value, type, new ArtifactWriter(files, "", materializers));
      return files.publish(materializer, type, describe(name, value, type, materializer));
    } catch (MaterializationException e) {
      throw named("Cannot store", name, e);
    } catch (TreadleException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new TreadleException(
          CoreProblem.MAT_WRITE,
          "Materializer " + materializer.id() + " could not store '" + name + "' as "
              + type.getTypeName() + ": " + e,
          e);
    }
  }

  /** Stores a list of stored artifacts as an artifact, without touching their bytes. */
  public StoredArtifact storeList(List<StoredArtifact> items) {
    return lists.store(items);
  }

  /**
   * Loads a value. For a list made by {@link #storeList}, the items are loaded as the list's type argument.
   *
   * @param materializer that of the type, which must have written the artifact
   * @throws dev.treadle.error.ArtifactCorruptedException when bytes are missing or wrong, before a value is seen
   * @throws TreadleException MAT_READ when the artifact cannot be read as the type
   */
  public Object load(StoredArtifactRef ref, Type type, Materializer<?> materializer) {
    return reading(ref, type, () -> {
      var manifest = access.manifest(ref);
      if (manifest instanceof ListManifest list) {
        var values = new ArrayList<>(list.items().size());
        for (var item : lists.items(ref, list)) {
          values.add(loadItem(item, type));
        }
        return Collections.unmodifiableList(values);
      }
      return materializer.read(type, access.open(ref, manifest, materializer));
    });
  }

  /** The number of items of a list, if possible without loading one. */
  public int count(StoredArtifactRef ref, Type listType, Materializer<?> materializer) {
    return reading(ref, listType, () -> {
      var manifest = access.manifest(ref);
      if (manifest instanceof ListManifest list) {
        return list.items().size();
      }
      return materializer instanceof ListMaterializer<?> items
          ? items.count(access.open(ref, manifest, materializer))
          : ((List<?>) load(ref, listType, materializer)).size();
    });
  }

  /**
   * One item of a list, if possible without loading the others.
   *
   * @throws IndexOutOfBoundsException when there is no such item
   */
  public Object loadItem(
      StoredArtifactRef ref, Type listType, Materializer<?> materializer, int index) {
    return reading(ref, listType, () -> {
      var manifest = access.manifest(ref);
      if (manifest instanceof ListManifest list) {
        Objects.checkIndex(index, list.items().size());
        return loadItem(lists.items(ref, list).get(index), listType);
      }
      return materializer instanceof ListMaterializer<?> items
          ? items.loadItem(listType, access.open(ref, manifest, materializer), index)
          : ((List<?>) load(ref, listType, materializer)).get(index);
    });
  }

  /** Reads all bytes of an artifact, whatever is known of them, and says what is wrong. Empty if all is well. */
  public List<Corruption> verify(StoredArtifactRef ref) {
    return access.verify(ref);
  }

  /**
   * Relies on the bytes of an artifact from now on, as what is about to be recorded refers to it: what is there stays until the
   * runs have ended that this process has started.
   *
   * @param manifestDigest with {@code sha256:} before it
   * @param inline whether the artifact is kept in its record
   */
  public void rely(String manifestDigest, String manifestJson, boolean inline) {
    var parts = objects().of(manifestDigest, manifestJson, inline).keySet();
    if (!parts.isEmpty()) {
      blobs.rely(parts);
    }
  }

  /**
   * The files of an artifact as they are stored, for export and for looking at bytes.
   *
   * @throws IllegalArgumentException when the artifact is a list of artifacts, which has no files of its own
   */
  public ArtifactInput files(StoredArtifactRef ref) {
    if (manifest(ref) instanceof FileManifest files) {
      return access.files(ref, files);
    }
    throw new IllegalArgumentException("Artifact '" + ref.name() + "' is a list of artifacts");
  }

  /** The items of a list of artifacts, in their order; none for an artifact that has files of its own. */
  public List<StoredArtifactRef> items(StoredArtifactRef ref) {
    return reading(
        ref,
        Object.class,
        () ->
            access.manifest(ref) instanceof ListManifest list ? lists.items(ref, list) : List.of());
  }

  /** Which objects of the store artifacts consist of. */
  public ArtifactObjects objects() {
    return new ArtifactObjects(blobs);
  }

  /** The manifest of an artifact, verified. */
  public Manifest manifest(StoredArtifactRef ref) {
    return reading(ref, Object.class, () -> access.manifest(ref));
  }

  private Object loadItem(StoredArtifactRef item, Type listType) {
    var type = itemType(listType);
    return load(item, type, materializers.forType(type));
  }

  private static Type itemType(Type listType) {
    return listType instanceof ParameterizedType list && list.getActualTypeArguments().length == 1
        ? list.getActualTypeArguments()[0]
        : Object.class;
  }

  @SuppressWarnings("unchecked")
  private static <T> ArtifactDescription describe(
      String name, Object value, Type type, Materializer<T> materializer) {
    return DescriptionCollector.describe(name, (T) value, type, materializer);
  }

  private static <T> T reading(StoredArtifactRef ref, Type type, Reading<T> reading) {
    try {
      return reading.run();
    } catch (MaterializationException e) {
      throw named("Cannot read", ref.name(), e);
    } catch (TreadleException | IndexOutOfBoundsException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new TreadleException(
          CoreProblem.MAT_READ,
          "Artifact '" + ref.name() + "' could not be read as " + type.getTypeName() + ": " + e,
          e);
    }
  }

  /** A materializer knows the type and the place in the value, and not which artifact it is. */
  private static MaterializationException named(
      String what, String artifact, MaterializationException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("'" + artifact + "'")
        ? e
        : new MaterializationException(
            e.code(), "%s artifact '%s': %s".formatted(what, artifact, message), e);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T run() throws IOException;
  }
}
