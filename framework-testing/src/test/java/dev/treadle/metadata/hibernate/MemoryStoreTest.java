package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.MetadataStore;
import dev.treadle.testing.MetadataStoreContract;
import java.time.Clock;

final class MemoryStoreTest extends MetadataStoreContract {

  @Override
  protected MetadataStore open() {
    return HibernateMetadataStore.inMemory(Clock.systemUTC());
  }
}
