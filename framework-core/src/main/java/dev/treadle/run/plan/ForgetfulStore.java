package dev.treadle.run.plan;

import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.UnitOfWork;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Answers from a store and forgets what is submitted: nothing that a plan finds out is recorded. */
record ForgetfulStore(MetadataQueries queries) implements MetadataStore {

  @Override
  public <R> CompletableFuture<R> submit(UnitOfWork<R> unit) {
    return new CompletableFuture<>();
  }

  @Override
  public <R> CompletableFuture<R> enqueue(UnitOfWork<R> unit) {
    return submit(unit);
  }

  @Override
  public long rely(Collection<String> objects) {
    return queries.sweeps();
  }

  @Override
  public void close() {
    // Whoever opened the store closes it.
  }
}
