package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A queued unit of work, and later what became of it. Touched by the writer only, until it is acknowledged. */
final class Submission<R> {
  private final UnitOfWork<R> unit;
  private final boolean patient;
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private @Nullable Object result;
  private @Nullable RuntimeException failure;

  private Submission(UnitOfWork<R> unit, boolean patient) {
    this.unit = unit;
    this.patient = patient;
  }

  /** A unit that somebody may be waiting for. */
  static <R> Submission<R> hurried(UnitOfWork<R> unit) {
    return new Submission<>(unit, false);
  }

  /** A unit that nobody waits for. */
  static <R> Submission<R> patient(UnitOfWork<R> unit) {
    return new Submission<>(unit, true);
  }

  boolean isPatient() {
    return patient;
  }

  UnitOfWork<R> unit() {
    return unit;
  }

  CompletableFuture<R> future() {
    return future;
  }

  void written(@Nullable Object value) {
    result = value;
    failure = null;
  }

  void failed(RuntimeException cause) {
    failure = cause;
  }

  boolean hasFailed() {
    return failure != null;
  }

  @SuppressWarnings("unchecked") // the stager gives each kind of unit its R
  void acknowledge() {
    if (failure != null) {
      future.completeExceptionally(failure);
    } else {
      future.complete((R) result);
    }
  }
}
