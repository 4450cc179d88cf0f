package dev.treadle.artifactstore.local;

import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.Capability;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.DeleteFailure;
import dev.treadle.spi.DeletesInBulk;
import dev.treadle.spi.ExternalObject;
import dev.treadle.spi.ListsObjects;
import dev.treadle.spi.LocalFiles;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.ReadsRanges;
import dev.treadle.spi.ReadsVersions;
import dev.treadle.spi.StagedObject;
import dev.treadle.spi.StorePath;
import dev.treadle.spi.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects as files below one folder. */
final class LocalArtifactStore
    implements ArtifactStore, ReadsRanges, ListsObjects, DeletesInBulk, ReadsVersions, LocalFiles {
  static final String FLAVOR = "local";

  private final String name;
  private final String id;
  private final Layout layout;
  private final StoreIO io;
  private final Temporaries temporaries;
  private final ObjectWriter writer;
  private final ExternalFiles external;

  private LocalArtifactStore(
      String name, String id, Layout layout, Temporaries temporaries, StoreIO io) {
    this.name = name;
    this.id = id;
    this.layout = layout;
    this.io = io;
    this.temporaries = temporaries;
    this.writer = new ObjectWriter(name, layout, temporaries, io);
    this.external = new ExternalFiles(name);
  }

  /** Opens the store in a folder, which is made one if it is empty or absent; one that is read-only can be read. */
  static LocalArtifactStore open(
      String name, Path root, @Nullable String expectedId, Clock clock, StoreIO disk) {
    var io = new PoisonableIO(name, disk);
    try {
      var layout = new Layout(Roots.open(root, io), io);
      Marker.refuseForeignContent(layout.root());
      var temporaries = new Temporaries(layout.temporary(), clock, io);
      if (Files.isWritable(layout.root())) {
        layout.makeDurable(layout.temporary());
        temporaries.sweep();
      }
      var id = Marker.open(layout.root(), temporaries, expectedId, io);
      return new LocalArtifactStore(name, id, layout, temporaries, io);
    } catch (IOException e) {
      throw Failures.of(e, "open store '" + name + "'", root, 0);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String flavor() {
    return FLAVOR;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.CONDITIONAL_CREATE,
        Capability.SERVER_CHECKSUM,
        Capability.RANGES,
        Capability.LISTING,
        Capability.BULK_DELETE,
        Capability.EXTERNAL_VERSIONS,
        Capability.LOCAL_FILES);
  }

  @Override
  public CreateOutcome create(StorePath path, ByteSource bytes, ObjectDigest digest) {
    try {
      return writer.create(path, bytes, digest);
    } catch (IOException e) {
      throw Failures.of(e, "write " + path, layout.root(), digest.size());
    }
  }

  @Override
  public StagedObject stage() {
    try {
      return writer.stage();
    } catch (IOException e) {
      throw Failures.of(e, "start an object", layout.root(), 0);
    }
  }

  @Override
  public StagedObject adopt(Path file) {
    try {
      return writer.adopt(file);
    } catch (IOException e) {
      throw Failures.of(e, "take over " + file, layout.root(), 0);
    }
  }

  @Override
  public InputStream open(StorePath path) {
    try {
      return io.read(layout.existing(name, path));
    } catch (IOException e) {
      throw unread(e, path);
    }
  }

  @Override
  public InputStream open(StorePath path, long offset, long length) {
    try {
      return FileRange.open(layout.existing(name, path), offset, length);
    } catch (IOException e) {
      throw unread(e, path);
    }
  }

  @Override
  public Path file(StorePath path) {
    try {
      return layout.existing(name, path);
    } catch (IOException e) {
      throw unread(e, path);
    }
  }

  @Override
  public InputStream open(URI uri, String version) {
    return external.open(uri, version);
  }

  @Override
  public ExternalObject stat(URI uri) {
    return external.stat(uri);
  }

  @Override
  public Stream<StoredObject> list(StorePath prefix) {
    return ObjectTree.list(layout.root(), prefix.toString());
  }

  @Override
  public void delete(StorePath path) {
    try {
      var file = layout.file(path);
      // A folder is no object, so there is none of this name.
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        io.delete(file);
      }
    } catch (IOException e) {
      throw Failures.of(e, "delete " + path, layout.root(), 0);
    }
  }

  @Override
  public List<DeleteFailure> deleteAll(Collection<StorePath> paths) {
    var failures = new ArrayList<DeleteFailure>();
    for (var path : paths) {
      try {
        delete(path);
      } catch (TreadleException e) {
        failures.add(new DeleteFailure(path, e));
      }
    }
    return failures;
  }

  @Override
  public void close() {
    writer.close();
    temporaries.close();
  }

  private TreadleException unread(IOException e, StorePath path) {
    return e instanceof NoSuchFileException
        ? new ObjectNotFoundException(name, path.toString())
        : Failures.of(e, "read " + path, layout.root(), 0);
  }
}
