package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetadataStore;
import dev.treadle.testing.MetadataStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest extends MetadataStoreContract {
  @TempDir
  private Path directory;

  @Override
  protected MetadataStore open() {
    return HibernateMetadataStore.open(directory, Clock.systemUTC());
  }

  @Override
  protected Optional<MetadataStore> openBeside() {
    return Optional.of(open());
  }
}
